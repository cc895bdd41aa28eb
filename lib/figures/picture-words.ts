import type { Framing } from "@/lib/codebook/framing";
import type { BucketUnit } from "@/lib/stance/pictures/buckets";
import type { MastheadDifference } from "@/lib/stance/pictures/masthead";
import type { StatusLevel } from "@/lib/stance/status";
import type { MarkWords } from "./dot-plot-marks";

/** The words of the further pictures, in the language of whoever looks at them. */
export type PictureWords = MarkWords & {
  readonly critical: string;
  readonly advocacy: string;
  readonly heads: Readonly<Record<Framing, string>>;
  readonly own: string;
  readonly quoted: string;
  /** The unit of the axis of counts, and what stands where there are none. */
  readonly marks: string;
  readonly noMarks: string;
  readonly lean: string;
  /** "−0.42"; the number of decimals is 2. */
  readonly signed: (value: number) => string;
  readonly number: (value: number) => string;
  /** "68 %". */
  readonly percent: (share: number) => string;
  /** "12 works · tentative". */
  readonly works: (rests: { readonly works: number; readonly level: StatusLevel | null }) => string;
  /** "quoted in 12 works". */
  readonly quotedIn: (works: number) => string;
  /** "5 others". */
  readonly others: (people: number) => string;
  readonly unnamed: string;
  readonly bucket: (start: string, unit: BucketUnit) => string;
  /** "12 works, 2 articles without a day". */
  readonly dated: (row: { readonly works: number; readonly undated: number }) => string;
  readonly worksShort: string;
  readonly genre: (genre: string | null) => string;
  readonly device: (device: string) => string;
  readonly deviceSet: string;
  readonly allShared: string;
  readonly severity: string;
  readonly severityNote: string;
  readonly below: (value: string) => string;
  readonly above: (value: string) => string;
  readonly thin: string;
  readonly bothConditions: string;
  readonly difference: string;
  readonly hidden: string;
  readonly shown: string;
  readonly moreCritical: string;
  readonly moreAdvocacy: string;
  /** "6 works coded both ways" · "different works: 5 and 7". */
  readonly compared: (difference: Pick<MastheadDifference, "kind" | "works"> | null) => string;
  readonly legend: Readonly<Record<"clear" | "unclear" | "tentative" | "few" | "point" | "quoted" | "hidden" | "shown" | "work", string>>;
};
