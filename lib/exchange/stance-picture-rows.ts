import type { Interval } from "@/lib/stance/estimate";
import type { Drawable } from "@/lib/stance/pictures/any";
import type { PictureName } from "@/lib/stance/pictures/picture";
import type { Speaker } from "@/lib/stance/pictures/speakers";
import type { PictureMean } from "@/lib/stance/pictures/work-values";
import type { Cell } from "./csv";

const MEAN = ["works", "articles", "shared_works", "status", "mean", "low", "high", "interval_cut", "undefined_because", "work_1", "work_2"] as const;
const COUNTS = ["critical", "neutral", "advocacy"] as const;

/** The columns of each picture's table. Values are never rounded; shares lie between 0 and 1. */
export const PICTURE_COLUMNS: Readonly<Record<PictureName, readonly string[]>> = {
  counts: ["outlet", "outlet_id", "works", "articles", "status", ...COUNTS.map((one) => `own_${one}`), ...COUNTS.map((one) => `quoted_${one}`)],
  voice: ["outlet", "outlet_id", "voice", ...MEAN, "intervals_overlap"],
  speakers: ["outlet", "outlet_id", "kind", "speaker", "people", "quoted_in_works", ...COUNTS, ...MEAN.slice(4)],
  time: ["outlet", "outlet_id", "unit", "from", "to", ...MEAN],
  genre: ["outlet", "outlet_id", "genre", ...MEAN],
  labels: ["outlet", "outlet_id", "set", "label", "label_id", "works", "share", "low", "high", "marks"],
  annotators: ["annotator", "outlet", "outlet_id", "works", "articles", "residual", "low", "high", "leaning"],
  masthead: ["outlet", "outlet_id", "hidden_works", "hidden_mean", "shown_works", "shown_mean", "compared", "compared_works", "difference", "low", "high", "undefined_because"],
};

/** The rows that a picture draws, in the columns above. */
export function pictureRows(drawn: Drawable): Cell[][] {
  switch (drawn.name) {
    case "counts":
      return drawn.data.rows.map((row) => [row.name, row.id, row.works, row.articles, row.level, ...COUNTS.map((one) => row.own[one]), ...COUNTS.map((one) => row.quoted[one])]);
    case "voice":
      return drawn.data.rows.flatMap((row) => (["own", "quoted"] as const).map((voice): Cell[] => [row.name, row.id, voice, ...meanCells(row[voice]), row.overlap]));
    case "speakers":
      return drawn.data.rows.flatMap((row) => {
        const line = (kind: string, people: number | null, one: Speaker): Cell[] => [row.name, row.id, kind, one.name, people, one.works, ...COUNTS.map((framing) => one.counts[framing]), ...meanCells(one.lean).slice(4)];
        return [...row.top.map((one) => line("speaker", 1, one)), ...(row.rest === null ? [] : [line("others", row.rest.people, row.rest)]), ...(row.unnamed === null ? [] : [line("unnamed", null, row.unnamed)])];
      });
    case "time":
      return drawn.data.rows.flatMap((row) => [
        ...row.buckets.map((bucket): Cell[] => [row.name, row.id, drawn.data.unit, bucket.start, bucket.end, ...meanCells(bucket.mean)]),
        ...(row.undatedWorks === 0 ? [] : [[row.name, row.id, "without_day", null, null, row.undatedWorks, row.undatedArticles, ...Array.from({ length: MEAN.length - 2 }, () => null)]]),
      ]);
    case "genre":
      return drawn.data.rows.flatMap((row) => row.genres.map((cell): Cell[] => [row.name, row.id, cell.genre, ...meanCells(cell.mean)]));
    case "labels": {
      const outlets = new Map(drawn.data.outlets.map((one) => [one.id, one.name]));
      const labels = new Map(drawn.data.sets.flatMap((set) => set.labels.map((label) => [label.id, { set: set.name ?? set.id, name: label.name ?? label.id }] as const)));
      return drawn.data.cells.map((cell) => [outlets.get(cell.outletId) ?? "", cell.outletId, labels.get(cell.labelId)?.set ?? "", labels.get(cell.labelId)?.name ?? "", cell.labelId, cell.share.works, cell.value, ...endsOf(cell.share.interval), cell.marks]);
    }
    case "annotators": {
      const [people, outlets] = [new Map(drawn.data.annotators.map((one) => [one.id, one.name])), new Map(drawn.data.outlets.map((one) => [one.id, one.name]))];
      const shifts = new Map((drawn.data.severity.value?.shifts ?? []).map((one) => [one.annotatorId, one.shift]));
      return drawn.data.cells.map((cell) => [people.get(cell.annotatorId) ?? "", cell.outletId === null ? "all" : (outlets.get(cell.outletId) ?? ""), cell.outletId, cell.works, cell.articles, cell.mean, ...endsOf(cell.interval), cell.outletId === null ? (shifts.get(cell.annotatorId) ?? null) : null]);
    }
    case "masthead":
      return drawn.data.rows.map((row) => [row.name, row.id, row.hidden.works, row.hidden.mean, row.shown.works, row.shown.mean, row.difference?.kind ?? null, row.difference?.works ?? null, row.difference?.mean ?? null, ...endsOf(row.difference?.interval ?? null), row.difference === null ? "coded_one_way" : row.difference.reason]);
  }
}

const endsOf = (interval: Interval | null): Cell[] => [interval?.low ?? null, interval?.high ?? null];

const meanCells = (one: PictureMean): Cell[] => [
  one.works, one.articles, one.sharedWorks, one.level, one.mean, ...endsOf(one.interval), one.interval === null ? null : one.interval.cutLow || one.interval.cutHigh, one.reason,
  ...(one.mean === null ? [one.points[0]?.value ?? null, one.points[1]?.value ?? null] : [null, null]),
];
