import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { CountsBar } from "@/components/charts/counts-bar";
import { DotPlot } from "@/components/charts/dot-plot";
import { DotPlotLegend } from "@/components/charts/dot-plot-legend";

const data = {
  targets: [{ id: "mayor", name: "Mayor Varrick" }],
  groups: [
    {
      kind: "comparable" as const,
      rows: [{ id: "tern", name: '<script>alert("tern")</script>', articles: 1, annotators: 1, tentative: false, cells: [{ own: { kind: "points" as const, values: [0] }, quoted: { kind: "none" as const } }] }],
    },
  ],
};

const t = translator("en", english, "charts");

describe("charts as SVG", () => {
  const page = renderToStaticMarkup(
    <>
      <DotPlot t={t} by="outlet" data={data} title="Stance by outlet and target" />
      <DotPlotLegend t={t} />
      <CountsBar t={t} counts={{ critical: 2, neutral: 1, advocacy: 0 }} of="The Daily Tern on Mayor Varrick" />
      <CountsBar t={t} counts={{ critical: 1430, neutral: 88, advocacy: 21 }} of="The Tern" />
      <CountsBar t={t} counts={{ critical: 0, neutral: 0, advocacy: 0 }} of="The Quay" />
    </>,
  );

  test("every chart is an image with a name of its own", () => {
    const images = [...page.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="([^"]+)"/g)];
    expect(images).toHaveLength(14);
    const ids = images.flatMap((image) => (image[1] ?? "").split(" "));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(page).toContain(`id="${id}"`);
  });

  test("names from data are text, never markup", () => {
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  test("the plot says what it holds, and each row what it rests on", () => {
    expect(page).toContain("1 row by 1 target: Mayor Varrick. Each mean lies between −1, critical, and +1, advocacy. The table holds the values.");
    expect(page).toContain("1 article, 1 annotator<");
  });

  test("there is no style attribute and no script for a content policy to refuse", () => {
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });

  test("the bar says its counts in words", () => {
    expect(page).toContain("The Daily Tern on Mayor Varrick: 2 critical, 1 neutral, 0 advocacy");
    expect(page).toContain("67 % critical, 33 % neutral, 0 % advocacy");
    expect(page).toContain("The Tern: 1,430 critical, 88 neutral, 21 advocacy");
    expect(page).toContain("The Quay: no spans");
  });
});
