import { describe, expect, it } from "vitest";
import { statusSentence } from "@/components/stance/status-sentence";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { stanceTable } from "@/lib/stance/outlets";
import { findings, reading } from "@/lib/stance/reading";
import { row, signs } from "../stance/rows.fixture";

const t = translator("en", english, "stance");
const own = Array.from({ length: 20 }, (_, i) => (i % 2 ? -0.6 : -0.2));

describe("the stance screens in English", () => {
  const alone = { annotators: ["a"] };
  const quoting = (by: number) => own.map((signMean) => row({ signMean, quotedSignMean: signMean + by }));
  const worlds = [signs(own), signs(own.slice(0, 7)), signs([-0.5, 0.2]), signs(own, alone), signs([0.5, -0.5, 0.5], alone), [row({ addressed: false })], signs(own.map(() => -1)), signs(own.map((value) => value + 1)), quoting(0), quoting(-0.05), quoting(0.9)];

  it.each(worlds.map((rows, i) => [i, rows] as const))("say what the API says, world %s", (_, rows) => {
    const cell = stanceTable(rows, "outlet").cells[0];
    if (cell === undefined) throw new Error("no cell");
    const { works, sharedWorks, status } = cell.sign;
    expect(statusSentence(t, { works, sharedWorks, reasons: status.reasons })).toBe(status.sentence);
    const said = { measured: "spans", voice: "own", figure: cell.sign, quoted: cell.quoted } as const;
    const found = findings(said).map((finding) => t(`reading.${finding}`));
    expect((status.level === "enough" ? found : [...found, status.sentence]).join(" ")).toBe(reading(said));
  });
});
