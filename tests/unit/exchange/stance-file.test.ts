import { describe, expect, it } from "vitest";
import { choiceLine, stanceFileCsv } from "@/lib/exchange/stance-file";
import { DOT_PLOT_COLUMNS, dotPlotFile } from "@/lib/exchange/stance-dot-plot";
import { figureSvg } from "@/lib/exchange/svg";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { parseCsv } from "@/tests/support/parse-csv";
import { cellOf, singleOf, tableOf } from "../figures/stance-table.fixture";

const values = Array.from({ length: 20 }, (_, i) => (i % 2 ? -0.6 : -0.2));
const table = tableOf([cellOf("tern", "mayor", values), cellOf("bank", "mayor", [-1, 0.5])], [singleOf("w", "mayor", "=cmd|nowhere", 1)]);

describe("the dot plot as a file", () => {
  const file = dotPlotFile(table, "Kettle Bridge");

  it("has the rows that it draws, with what was chosen before them", () => {
    const [head, ...rows] = parseCsv(stanceFileCsv(file).replace(/^\uFEFF/u, "")).filter((row) => !String(row[0]).startsWith("# "));
    expect(head).toEqual([...DOT_PLOT_COLUMNS]);
    expect(rows.map((row) => [row[2], row[4], row[10], row[14], row[15]])).toEqual([["The tern", "enough", "-0.4", "", ""], ["The bank", "not_enough", "", "-1", "0.5"], ["'=cmd|nowhere", "single", "", "1", ""]]);
    const facts = new Map(parseCsv(stanceFileCsv(file)).filter((row) => String(row[0]).includes("# ")).map((row) => [String(row[0]).replace(/^\uFEFF?# /u, ""), row[1]]));
    expect([facts.get("data_version"), facts.get("date"), facts.get("project"), facts.get("address")]).toEqual(["7", "2026-11-27", "Kettle Bridge", ""]);
  });

  it("is an SVG of its own: every class has a look on paper", () => {
    const svg = figureSvg(file.figure, file.words);
    expect(svg).toContain("<title id=\"title\">How each outlet frames each target</title>");
    expect(svg).toContain("data version 7");
    expect(svg).not.toContain("class=");
  });

  it("says every choice that is not the usual one", () => {
    expect(choiceLine(DEFAULT_STANCE)).toBe("by outlet · marked words, own voice, −1 to +1 · settled records where an article has one, else submitted work · words and facts · direct");
    const all = { ...DEFAULT_STANCE, measured: "judgements", data: "raw", genre: "opinion", from: "2026-04-02", source: "hidden", codebookVersion: 3, articleSetId: "x", children: true, adjust: "severity" } as const;
    expect(choiceLine(all)).toBe("by outlet · judgements of articles, −2 to +2 · submitted work, never the settled record · genre opinion · published 2026-04-02 to … · source hidden · codebook version 3 · one set of articles · children of targets included · adjusted for annotators’ severity");
  });
});
