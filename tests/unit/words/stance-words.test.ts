import { describe, expect, it } from "vitest";
import { statusSentence } from "@/components/stance/status-sentence";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { cellsOf, ofSpans } from "@/lib/stance/cells";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { momentsOf } from "@/lib/stance/moments";
import { findings, reading } from "@/lib/stance/reading";
import { sumsOf } from "../stance/sums.fixture";

const t = translator("en", english, "stance");
const own = Array.from({ length: 20 }, (_, i) => (i % 2 ? -0.6 : -0.2));

describe("the stance screens in English", () => {
  const alone = { sharedWorks: 0 };
  const quoting = (by: number) => sumsOf("tern", own, { quoted: momentsOf(own.map((value) => value + by)) });
  const worlds = [
    sumsOf("tern", own), sumsOf("tern", own.slice(0, 7)), sumsOf("tern", [-0.5, 0.2]), sumsOf("tern", own, alone), sumsOf("tern", [0.5, -0.5, 0.5], alone), sumsOf("tern", []), sumsOf("tern", own.map(() => -1)),
    sumsOf("tern", own.map((value) => value + 1)), quoting(0), quoting(-0.05), quoting(0.9),
  ];

  it.each(worlds.map((sums, i) => [i, sums] as const))("say what the API says, world %s", (_, sums) => {
    const cell = cellsOf(DEFAULT_STANCE, ["mayor"], [ofSpans(DEFAULT_STANCE, sums)!]).cells[0];
    if (cell === undefined) throw new Error("no cell");
    const { works, sharedWorks, status } = cell.figure;
    expect(statusSentence(t, { works, sharedWorks, reasons: status.reasons })).toBe(status.sentence);
    const said = { measured: "spans", voice: "own", figure: cell.figure, quoted: cell.quoted } as const;
    const found = findings(said).map((finding) => t(`reading.${finding}`));
    expect((status.level === "enough" ? found : [...found, status.sentence]).join(" ")).toBe(cell.reading);
    expect(reading(said)).toBe(cell.reading);
  });
});
