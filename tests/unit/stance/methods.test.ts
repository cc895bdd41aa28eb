import { describe, expect, test } from "vitest";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { estimateOf, JUDGEMENT_SCALE, RATE_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { methodsParagraphs } from "@/lib/stance/methods";
import type { MethodsFacts } from "@/lib/stance/methods-facts";
import { momentsOf } from "@/lib/stance/moments";

const facts: MethodsFacts = {
  choice: DEFAULT_STANCE, group: "Tern Times", target: "the mayor", articleSet: null, addressedBy: "evidence", sampling: "All articles on the closure.", published: { from: "2025-03-01", to: "2025-04-30" },
  codebookVersions: [2, 3], articles: 6, works: 5, annotators: 3, sharedWorks: 4, settledArticles: 1, counted: 31, unclear: 0,
  figure: estimateOf(momentsOf([-0.4, -0.2, -0.3, -0.5, -0.1]), SIGN_SCALE), rate: estimateOf(momentsOf([-4, -2, -3, -5, -1]), RATE_SCALE),
  shrunken: null, severity: null, labels: null, agreement: null, dataVersion: "41", date: "2025-05-08",
};
const text = (change: Partial<MethodsFacts> = {}) => methodsParagraphs({ ...facts, ...change }).join("\n");

describe("the methods paragraphs", () => {
  test("tell what a default figure is of, how, and what came out", () => {
    expect(methodsParagraphs(facts)).toEqual([
      "The figure is that of Tern Times toward the mayor: 6 articles (5 works, copies of one text counted once), read by 3 annotators with versions 2, 3 of the codebook; 4 works were read by two or more, or settled. A work is counted for the outlet that first published it. They were published from 2025-03-01 to 2025-04-30. Sampling: All articles on the closure. Where an article was adjudicated, its settled record stands in place of its annotators (1 of 6); elsewhere what annotators submitted in the first round is counted. An article counts where it addresses the target: by a mark, a judgement or the coordinator’s word, or, where nobody judged it, by an unambiguous name of the target in its text.",
      "Each marked passage in the outlet’s own voice, by words or by the choice of facts, aimed at the target itself, counts as advocacy (+1), neutral (0) or critical (−1); an annotator’s value for an article is the mean of these, and 0 where an article addresses the target and nothing was marked. Values were averaged without weights over the annotators of an article, the copies of a work and the works of the outlet. The interval is a 95 % t interval over works (Student 1908), given from three works up and cut at the ends of the scale.",
      "The mean is −0.30 (95 % interval −0.50 to −0.10; 31 marks). That is −3.00 net marks per 1,000 characters of own voice (95 % interval −4.96 to −1.04). Agreement on this layer was not computed. Computed on 2025-05-08 with Slantwise, data version 41.",
    ]);
  });

  test("name every filter, and what it cannot tell", () => {
    const filtered = text({ choice: { ...DEFAULT_STANCE, by: "publisher", voice: "quoted", data: "raw", device: "words", directness: "any", genre: "news", from: "2025-03-01", to: null, source: "hidden", codebookVersion: 3, children: true }, articleSet: "Spring", sampling: " ", published: null, addressedBy: "marked", annotators: 0 });
    for (const said of ["every site that put it up", "no settled record", "How the articles were sampled is not stated", "no days of publication", "the set “Spring”; genre news; days of publication from 2025-03-01 on; work done with the source hidden; version 3 of the codebook", "neither a mark nor a judgement", "what belongs to the mayor", "in the publisher’s quoted words, by words, aimed at the target itself or through an ally", "the coordinator said that it addresses it"])
      expect(filtered).toContain(said);
    expect(filtered).not.toContain("annotators with");
  });

  test("say plainly what is undefined or refused", () => {
    const few = { value: null, reason: "fewer_than_three_works" } as const;
    expect(text({ figure: { works: 1, mean: few, interval: few } })).toContain("There is no mean: 1 work, where three are needed (31 marks).");
    expect(text({ figure: estimateOf(momentsOf([-1, -1, -1]), SIGN_SCALE) })).toContain("The mean is −1.00 (no interval, as every work has the same value; 31 marks).");
    expect(text({ severity: { value: null, reason: "annotators_do_not_overlap" } })).toContain("asked for and refused");
    expect(text({ labels: { value: null, reason: "one_coder_each" } })).toContain("one coder alone");
    expect(text({ agreement: { coefficient: "cuα", value: null, low: null, high: null, articles: 4 } })).toContain("undefined (cuα, 4 articles read by two or more)");
  });

  test("of judgements, severity, shrinkage and who read", () => {
    const full = text({
      choice: { ...DEFAULT_STANCE, measured: "judgements", adjust: "severity" }, figure: estimateOf(momentsOf([-2, -2, 1, 0]), JUDGEMENT_SCALE), rate: null, counted: 12, unclear: 2,
      severity: { value: { articles: 9, most: 0.31 } },
      shrunken: { value: { mean: -0.5, interval: { low: -1, high: 0, cutLow: false, cutHigh: false }, kept: 0.6 } },
      labels: { value: { interval: { low: -2, high: 1.5, cutLow: true, cutHigh: false }, share: 0.124, articles: 9, single: 2, draws: 200 } },
      agreement: { coefficient: "ordinal α", value: 0.52, low: 0.4, high: 0.61, articles: 9 },
    });
    for (const said of ["from −2 (strongly critical) to +2", "12 judgements, 2 more unclear", "over 9 articles read by two or more (Henderson 1953); the largest is 0.31", "Drawn toward the common mean it is −0.50 (95 % interval −1.00 to 0.00)", "95 % interval −2.00 to +1.50, cut at the end of the scale, 12 % of the variance being due to who read; 2 of 9 articles had one coder", "ordinal α = 0.52 (95 % interval 0.40 to 0.61), 9 articles"])
      expect(full).toContain(said);
    expect(full).not.toContain("marked passage");
  });
});
