import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CountsBar } from "@/components/charts/counts-bar";
import { DotPlot } from "@/components/charts/dot-plot";
import { DotPlotLegend } from "@/components/charts/dot-plot-legend";

const data = {
  targets: [{ id: "mayor", name: "Mayor Varrick" }],
  groups: [
    {
      heading: null,
      rows: [{ id: "tern", name: '<script>alert("tern")</script>', note: "1 article", cells: [{ own: { kind: "points" as const, values: [0] }, quoted: { kind: "none" as const } }] }],
    },
  ],
};

describe("charts as SVG", () => {
  const page = renderToStaticMarkup(
    <>
      <DotPlot data={data} title="Stance by outlet and target" />
      <DotPlotLegend />
      <CountsBar counts={{ critical: 2, neutral: 1, advocacy: 0 }} of="The Daily Tern on Mayor Varrick" />
    </>,
  );

  test("every chart is an image with a name of its own", () => {
    const images = [...page.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="([^"]+)"/g)];
    expect(images).toHaveLength(10);
    const ids = images.flatMap((image) => (image[1] ?? "").split(" "));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(page).toContain(`id="${id}"`);
  });

  test("names from data are text, never markup", () => {
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  test("there is no style attribute and no script for a content policy to refuse", () => {
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });

  test("the bar says its counts in words", () => {
    expect(page).toContain("The Daily Tern on Mayor Varrick: 2 critical, 1 neutral, 0 advocacy");
    expect(page).toContain("67 % critical, 33 % neutral, 0 % advocacy");
  });
});
