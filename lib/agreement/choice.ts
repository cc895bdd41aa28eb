/** What is compared: where marks stand, one of their codes, a set of labels ("set:" and its id), or the judgement of the whole article. */
export const LAYERS = ["place", "framing", "target", "voice", "device", "judgement"] as const;
export type Layer = (typeof LAYERS)[number] | `set:${string}`;

/** How far apart two values are: equal or not, by rank, by number. */
export const LEVELS = ["nominal", "ordinal", "interval"] as const;
export type Level = (typeof LEVELS)[number];

/** Which phases of a study can be looked at; practice is in no figure. */
export const COMPARED_PHASES = ["pilot", "reliability", "main"] as const;
export type ComparedPhase = (typeof COMPARED_PHASES)[number];

/** What one looks at: every filter of the agreement page. Empty lists mean all. */
export type Choice = {
  readonly layer: Layer;
  /** Only where the layer has an order; otherwise nominal. */
  readonly level: Level;
  /** None: reliability work where there is any, else everything. What was looked at stands in the report. */
  readonly phases: readonly ComparedPhase[];
  readonly round: number;
  /** First submissions (before any return or discussion), or the work as it was submitted last. */
  readonly submissions: "first" | "latest";
  readonly annotatorIds: readonly string[];
  readonly targetIds: readonly string[];
  readonly articleIds: readonly string[];
  readonly articleSetId: string | null;
  readonly genre: string | null;
  readonly codebookVersion: number | null;
  /** Work whose annotator saw others' marks before submitting it is left out unless asked for. */
  readonly peers: "unseen" | "any";
  /** Whether the source was hidden from the annotator. */
  readonly source: "any" | "hidden" | "shown";
  readonly suggestions: "any" | "without";
  readonly interval: "jackknife" | "bootstrap";
  /** Of the bootstrap, as decimal digits (64 bits); the same seed gives the same interval. */
  readonly seed: string;
};

/** Whether the values of a layer stand in an order, so that ordinal and interval mean something. */
export const hasOrder = (layer: Layer): boolean => layer === "framing" || layer === "judgement";

/** The level at which a layer is reported: by rank where it has an order. */
export const levelOf = (layer: Layer): Level => (hasOrder(layer) ? "ordinal" : "nominal");

/** What the page shows before anything was chosen: framing, first submissions, made before anyone saw anyone else's marks. */
export const DEFAULT_CHOICE: Choice = {
  layer: "framing", level: "ordinal", phases: [], round: 1, submissions: "first", annotatorIds: [], targetIds: [], articleIds: [], articleSetId: null, genre: null,
  codebookVersion: null, peers: "unseen", source: "any", suggestions: "any", interval: "jackknife", seed: "1",
};
