import { describe, expect, it } from "vitest";
import { methodsParagraphs } from "@/components/agreement/methods";
import { sayIn } from "@/components/agreement/say";
import { basisSentence, caveatSentence, finding, prevalenceOf } from "@/components/agreement/sentences";
import { missingOf } from "@/components/agreement/empty";
import { datesIn } from "@/components/words/dates-in";
import { english } from "@/components/words/english";
import { german } from "@/components/words/german";
import { formatter, translator } from "@/components/words/words";
import { DEFAULT_CHOICE } from "@/lib/agreement/choice";
import { referencesOf } from "@/lib/agreement/citations";
import type { Report } from "@/lib/agreement/report";
import { line, severity, undefinedLine } from "@/tests/unit/figures/agreement.fixture";

const say = sayIn(translator("en", english, "agreement"), formatter("en"), datesIn("en"));
const sagt = sayIn(translator("de", german, "agreement"), formatter("de"), datesIn("de"));

const report: Report = {
  choice: { ...DEFAULT_CHOICE, level: "nominal" }, dataVersion: "17", phases: ["reliability"], annotators: [{ id: "a", name: "Heron" }, { id: "b", name: "Tern" }], targets: [],
  counts: { articles: 30, sharedArticles: 20, works: 18, continua: 40, spans: 300, submissions: 50 },
  headline: line(), layers: [{ ...line({ level: "ordinal" }), layer: "framing" }, { ...undefinedLine({ key: "voice", name: null }), layer: "voice" }, { ...line({ key: "judgement", coefficient: "alpha", unit: "article_target", units: 611, figure: { value: 0.52 } }), layer: "judgement" }],
  perLabel: [], perTarget: [], others: [], pairs: [], confusion: { values: [], counts: [] }, weeks: [], severity: [severity("a", 30)], causes: [{ kind: "only_some", passages: 0, share: 0, examples: [] }, { kind: "target", passages: 3, share: 0.4, examples: [] }],
  costly: [], leftOut: [{ reason: "peers_seen", assignments: 2, spans: 9 }], selfOverlaps: { merged: 1, cut: 2 },
};

describe("the finding", () => {
  it("says the finding first, then the statistic in full", () => {
    expect(finding(say, report.headline)).toBe("On framing, you agree about as well as trained coders do");
    expect(basisSentence(say, report.headline, report.causes)).toBe("Krippendorff’s cuα on what both marked, nominal, over 1,318 marks in 214 articles that two or more of 6 annotators coded. Two people say the same 68\u00a0% of the time; chance alone would give 40\u00a0%. Most of what is lost: who the words are about.");
    expect(finding(sagt, report.headline)).toBe("Beim Framing stimmt ihr etwa so gut überein wie geschulte Kodierende");
  });

  it("says of what is undefined why, and no number", () => {
    const irony = undefinedLine({ key: "set:1" });
    expect(finding(say, irony)).toBe("On Irony, agreement is undefined");
    expect(basisSentence(say, irony, [])).toBe("Undefined: nobody ever said anything else, so chance alone would agree just as often.");
  });

  it("says each caveat with its numbers", () => {
    expect(caveatSentence(say, { kind: "few", documents: 1 })).toBe("Only one article by two or more annotators: the next ones can change this figure much.");
    expect(caveatSentence(say, { kind: "extreme", same: 0.97, share: 0.98, value: "unmarked", name: null })).toContain("“not marked” is 98\u00a0% of all that was said");
    expect(caveatSentence(say, { kind: "wide", low: "crowd", high: "trained" })).toBe("The interval reaches from open crowds to trained coders: the data fit both.");
  });

  it("names values in the language of the page, and labels as the codebook does", () => {
    expect(prevalenceOf(say, line({ prevalence: [{ value: "-2", name: null, share: 0.38 }] }))).toBe("−2 38\u00a0%");
    expect(prevalenceOf(sagt, line({ prevalence: [{ value: "critical", name: null, share: 0.5 }] }))).toBe("kritisch 50\u00a0%");
    expect(prevalenceOf(sagt, line({ prevalence: [{ value: "critical", name: "Streng", share: 0.5 }] }))).toBe("Streng 50\u00a0%");
  });
});

describe("the methods paragraph", () => {
  const study = { codebookVersions: [1, 2], date: "2026-11-26" };

  it("says who coded what, what was left out, each coefficient with its source, how intervals were made, version and date", () => {
    const [design, figures, closing] = methodsParagraphs(say, report, study);
    expect(design).toContain("2 annotators coded 30 articles; 20 of them, 18 distinct texts, were coded by two or more annotators");
    expect(design).toContain("these versions were published: 1, 2");
    expect(design).toContain("Phases: Reliability; round 1. ");
    expect(design).toContain("Left out: Made after seeing others’ marks: 2 assignments, 9 marks.");
    expect(figures).toContain("On framing we report Krippendorff’s cuα on what both marked (nominal; Krippendorff et al. 2016), computed on characters of the countable text, one continuum per article and target");
    expect(figures).toContain("0.46, 95 % CI 0.39 to 0.52. ");
    expect(figures).toContain("On voice agreement is undefined: nobody ever said anything else");
    expect(figures).toContain("over 611 pairs of article and target in 214 articles: 0.52");
    const places = { ...report, layers: [{ ...line({ key: "place", coefficient: "bar_u_alpha" as const, unit: "character" as const, interval: { value: null, reason: "too_few_documents" as const } }), layer: "place" as const }] };
    expect(methodsParagraphs(say, places, study)[1]).toMatch(/^On where marks stand we report .* one continuum per article, pooled .* 0\.46, no interval: too few articles\. /);
    expect(closing).toContain("delete-one jackknife intervals with Student’s t (Tukey 1958; df = texts − 1)");
    expect(closing).toContain("26 Nov 2026 (data version 17)");
  });

  it("names the seed of a bootstrap and the version of the codebook that was chosen", () => {
    const [design, , closing] = methodsParagraphs(say, { ...report, choice: { ...report.choice, interval: "bootstrap", seed: "20261126", codebookVersion: 2, source: "hidden", suggestions: "without" } }, study);
    expect(design).toContain("version 2 of the codebook");
    expect(design).toContain("source hidden");
    expect(design).toContain("Marks that came from a suggestion were left out. ");
    expect(closing).toContain("Efron 1987; n = 214 texts; seed 20261126");
  });

  it("is in the language of the page", () => {
    expect(methodsParagraphs(sagt, report, study).join(" ")).toMatch(/2 Personen kodierten 30 Artikel.*Jackknife-Intervalle.*mit Slantwise berechnet/);
  });

  it("has every source once", () => {
    const full = referencesOf([...report.layers, report.headline], "jackknife").map((one) => one.short);
    expect(full).toEqual(["Krippendorff 2019", "Krippendorff et al. 2016", "Tukey 1958"]);
  });
});

describe("what is missing", () => {
  const none = { ...report, counts: { ...report.counts, sharedArticles: 0 } };
  it.each([[0, "nothing"], [1, "one"], [2, "shared"]] as const)("with %i who submitted is %s", (submitted, missing) => expect(missingOf(none, submitted, DEFAULT_CHOICE)).toBe(missing));
  it("is the choice, where other choices may have something; a layer or an interval leaves nothing out", () => {
    expect(missingOf(none, 2, { ...DEFAULT_CHOICE, genre: "news" })).toBe("filtered");
    expect(missingOf(none, 2, { ...DEFAULT_CHOICE, layer: "voice", level: "nominal", interval: "bootstrap" })).toBe("shared");
    expect(missingOf(report, 2, DEFAULT_CHOICE)).toBeNull();
  });
});
