import type { Grouping } from "./grouping";

/** What a figure of stance counts: marked words, or judgements of whole articles. The two never share an axis. */
export const MEASURED = ["spans", "judgements"] as const;
export type Measured = (typeof MEASURED)[number];

/** Whose words: the outlet's, those of sources that it names, or everything in the article, embeds and voices not asked included. */
export const CHOSEN_VOICES = ["own", "quoted", "all"] as const;
export type ChosenVoice = (typeof CHOSEN_VOICES)[number];

/** `adjudicated`: the settled record where an article has one, else what its annotators submitted. `raw`: never the record. */
export const DATA_LAYERS = ["adjudicated", "raw"] as const;
export type DataLayer = (typeof DATA_LAYERS)[number];

/** The estimand: every choice on the stance page. Empty lists and nulls mean all. */
export type StanceChoice = {
  readonly by: Grouping;
  readonly measured: Measured;
  /** Of spans; voice does not apply to judgements. */
  readonly voice: ChosenVoice;
  readonly data: DataLayer;
  /** None: the targets of the project's focus. */
  readonly targetIds: readonly string[];
  readonly genre: string | null;
  /** Days of publication, YYYY-MM-DD, both included. Articles without a day are out where one is given. */
  readonly from: string | null;
  readonly to: string | null;
  /** `words`: how it is told (also where nobody was asked); `facts`: what is told. */
  readonly device: "any" | "words" | "facts";
  /** At the target itself, or through an ally or opponent. */
  readonly directness: "direct" | "indirect" | "any";
  /** Whether the source was hidden from whoever coded. The settled record is neither. */
  readonly source: "any" | "hidden" | "shown";
  readonly codebookVersion: number | null;
  readonly articleSetId: string | null;
  /** Adds the children of a target, each passage once per coder. */
  readonly children: boolean;
  /** `severity`: every annotator's leaning taken off, where annotators overlap enough to tell it. */
  readonly adjust: "none" | "severity";
};

/** What the page shows before anything is chosen, and what `rollup_outlet` holds. */
export const DEFAULT_STANCE: StanceChoice = {
  by: "outlet", measured: "spans", voice: "own", data: "adjudicated", targetIds: [], genre: null, from: null, to: null, device: "any", directness: "direct", source: "any",
  codebookVersion: null, articleSetId: null, children: false, adjust: "none",
};

/** Whether an outlet's stored sums answer a choice: everything but grouping, voice and targets stands at its default. */
export const isStored = (choice: StanceChoice): boolean => (Object.keys(DEFAULT_STANCE) as (keyof StanceChoice)[]).every((key) => ["by", "voice", "targetIds"].includes(key) || choice[key] === DEFAULT_STANCE[key]);
