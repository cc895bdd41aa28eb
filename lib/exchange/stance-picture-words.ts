import type { PictureWords } from "@/lib/figures/picture-words";
import { numberOf } from "./agreement-words";
import { signed } from "@/lib/figures/numbers";
import type { PictureName } from "@/lib/stance/pictures/picture";

const many = (n: number, one: string, other = `${one}s`): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : other}`;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LEVELS = { enough: "", tentative: " · tentative", not_enough: " · not enough" } as const;

/** The words inside of pictures of stance in files, which are in English. */
export const FILE_WORDS: PictureWords = {
  none: "none", noVariation: "no variation", critical: "critical", advocacy: "advocacy", heads: { critical: "Critical", neutral: "Neutral", advocacy: "Advocacy" },
  own: "own", quoted: "quoted", marks: "marks", noMarks: "no marks", lean: "Lean",
  signed: (value) => signed(value),
  number: (value) => (Number.isInteger(value) ? value.toLocaleString("en-US") : numberOf(value)),
  percent: (share) => `${Math.round(share * 100)} %`,
  works: ({ works, level }) => `${many(works, "work")}${LEVELS[level ?? "enough"]}`,
  quotedIn: (works) => `in ${many(works, "work")}`,
  others: (people) => many(people, "other"),
  unnamed: "not named",
  bucket: (start, unit) => {
    const month = MONTHS[Number(start.slice(5, 7)) - 1] ?? "";
    return unit === "year" ? start.slice(0, 4) : unit === "month" ? `${month} ${start.slice(0, 4)}` : `${Number(start.slice(8))} ${month}`;
  },
  dated: ({ works, undated }) => `${many(works, "work")}${undated === 0 ? "" : `, ${many(undated, "article")} without a day`}`,
  worksShort: "n",
  genre: (genre) => (genre === null ? "Genre not known" : `${genre.charAt(0).toUpperCase()}${genre.slice(1).replaceAll("_", " ")}`),
  device: (device) => (device === "facts" ? "Facts: what is told" : "Words: how it is told"),
  deviceSet: "Device", allShared: "All articles", severity: "Leaning", severityNote: "all outlets",
  below: (value) => `under ${value}`,
  above: (value) => `${value} and over`,
  thin: "fewer than 5 works", bothConditions: "Source hidden and shown", difference: "Shown − hidden", hidden: "hidden", shown: "shown", moreCritical: "more critical shown", moreAdvocacy: "milder shown",
  compared: (difference) => (difference === null ? "coded one way only" : difference.kind === "paired" ? `${many(difference.works, "work")} coded both ways` : `${many(difference.works, "work")}, none both ways`),
  legend: { clear: "clear of 0, 20 works or more", unclear: "includes 0", tentative: "tentative: 5–19 works", few: "fewer than 5 works, or none shared", point: "a work by itself", quoted: "those it quotes", hidden: "source hidden", shown: "source shown", work: "a work" },
};

/** The title of a picture's file. */
export const PICTURE_TITLES: Readonly<Record<PictureName, string>> = {
  counts: "Marks by outlet", voice: "Own words, and those quoted", speakers: "Who is quoted", time: "Stance over time", genre: "Stance by genre", labels: "Outlets and labels",
  annotators: "Annotators beside each other, by outlet", masthead: "Source hidden and shown",
};

/** How each picture's values come about, in one line below it. */
export const PICTURE_METHODS: Readonly<Record<PictureName, string>> = {
  counts: "Counts of marks of all annotators and copies; no estimate",
  voice: "Coder → article → work → outlet means over the same works; t intervals over works from 3 up",
  speakers: "Works that quote a speaker; lean: coder → article → work mean of their marks, from 3 works up",
  time: "Works by the day of their first copy; mean and t interval in buckets of 3 works or more",
  genre: "Each genre from its own articles; coder → article → work → outlet means, t intervals over works from 3 up",
  labels: "Share of works that address the target whose coders gave a mark the label: coder 0 or 1 → article → work → outlet means",
  annotators: "An annotator’s value − the mean of all annotators of the article, over works; raw marks, no settled records",
  masthead: "Shown − hidden within works coded both ways, else between works (Welch); t intervals from 3 works up",
};

/** Why a picture cannot be drawn, as an English sentence of the API. */
export const PICTURE_REASONS = {
  no_works: "No counted work addresses the target under this choice.",
  unknown_outlets: "Every work that addresses the target is of unknown outlet; such works are never pooled.",
  marks_only: "This picture is of marked words, not of judgements.",
  no_marks: "Nobody marked a word about the target in own or quoted voice.",
  no_quotes: "Nobody marked quoted words about the target.",
  no_days: "No article that addresses the target has a day of publication.",
  no_labels: "No counted mark about the target carries a label or a device.",
  no_overlap: "No article was coded by two annotators.",
  one_condition: "Everything was coded with the source hidden, or everything with it shown.",
  condition_chosen: "The choice keeps work coded one way alone.",
} as const;
