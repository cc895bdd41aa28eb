import type { Line, Pair, Severity, Week } from "@/lib/agreement/report";

/** A line of a report with what a test names; the rest is of an ordinary study. */
export const line = (over: Partial<Line> = {}): Line => ({
  key: "framing", name: null, coefficient: "cu_alpha", level: "nominal", unit: "marked_character",
  figure: { value: 0.46 }, interval: { value: { low: 0.39, high: 0.52, documents: 214 } },
  same: { value: 0.68 }, expected: { value: 0.4 },
  prevalence: [{ value: "neutral", name: null, share: 0.54 }, { value: "critical", name: null, share: 0.32 }, { value: "advocacy", name: null, share: 0.14 }],
  units: 41_300, spans: 1318, articles: 214, annotators: 6, coverage: 0.7, ...over,
});

/** A line that is undefined. */
export const undefinedLine = (over: Partial<Line> = {}): Line =>
  line({ key: "irony", name: "Irony", figure: { value: null, reason: "no_variation" }, interval: { value: null, reason: "no_variation" }, same: { value: 1 }, expected: { value: 1 }, prevalence: [{ value: "no", name: null, share: 1 }], ...over });

export const pair = (a: string, b: string, value: number | null, articles = 40): Pair => ({ a, b, articles, figure: value === null ? { value: null, reason: "no_shared_article" } : { value } });

export const week = (monday: string, value: number | null, half: number | null = 0.08): Week => ({
  monday, articles: 20,
  figure: value === null ? { value: null, reason: "no_shared_article" } : { value },
  interval: value === null || half === null ? { value: null, reason: "too_few_documents" } : { value: { low: value - half, high: value + half, documents: 20 } },
});

export const severity = (annotatorId: string, per1000: number | null, critical: number | null = 0.4): Severity => ({
  annotatorId, spans: 300, articles: 60,
  per1000Words: per1000 === null ? { value: null, reason: "no_values" } : { value: per1000 },
  critical: critical === null ? { value: null, reason: "no_values" } : { value: critical },
});
