import type { Attribution, Confidence, Directness, JudgementValue, Voice } from "@/lib/annotations/span";
import type { BlockKind } from "@/lib/articles/blocks";
import type { Device, Framing } from "@/lib/codebook/framing";

/** The outlets of the sample, by key. All are invented. */
export type OutletKey = "courier" | "tern" | "coastwire" | "quay" | "ledger" | "post" | "saltmarsh";
/** The targets of the sample, by key. */
export type TargetKey = "mayor" | "council" | "northlode" | "union" | "inspectors";
/** The three sample annotators, by key. */
export type AnnotatorKey = "avocet" | "bittern" | "curlew";
/** The articles of the sample, by key; each has its text in `texts/` and its marks in `marks/`. */
export type ArticleKey = "marrowby-courier" | "daily-tern" | "coastwire" | "quay-standard" | "harbour-ledger" | "lode-valley-post" | "ledger-opinion" | "saltmarsh-weekly";

export interface SampleOutlet {
  readonly key: OutletKey;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface SampleTarget {
  readonly key: TargetKey;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A focus target is judged for every article. */
  readonly focus: boolean;
  readonly parent: TargetKey | null;
}

/** The line that begins with these words is not what the default split takes it for. */
export interface SampleBlock {
  readonly startsWith: string;
  readonly kind: BlockKind;
}

export interface SampleArticle {
  readonly key: ArticleKey;
  readonly title: string;
  /** Who first published the words; null = unknown. */
  readonly outlet: OutletKey | null;
  readonly publisher: OutletKey;
  readonly byline: string | null;
  readonly url: string;
  /** ISO dates: when it was published, and when it was captured. */
  readonly publishedOn: string;
  readonly capturedOn: string;
  readonly genre: "news" | "opinion" | "feature";
  readonly language: "en";
  /** Articles with the same work are copies of the same words. */
  readonly work: string;
  readonly blocks: readonly SampleBlock[];
}

/** A mark by its words: offsets are found, never counted by hand. */
export interface SampleMark {
  readonly quote: string;
  /** Which occurrence of these words in the text, from 1. */
  readonly occurrence: number;
  readonly target: TargetKey;
  readonly framing: Framing;
  readonly voice: Voice;
  readonly attribution: Attribution | null;
  readonly directness: Directness;
  readonly device: Device;
  readonly confidence: Confidence | null;
  readonly note: string;
}

/** What one annotator submitted for one article. No marks is a finding too. */
export interface SampleSubmission {
  readonly article: ArticleKey;
  readonly annotator: AnnotatorKey;
  readonly judgements: Readonly<Partial<Record<TargetKey, JudgementValue>>>;
  readonly marks: readonly SampleMark[];
}
