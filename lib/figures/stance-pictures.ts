import type { Scale } from "@/lib/stance/estimate";
import type { Drawable, PictureData } from "@/lib/stance/pictures/any";
import type { Speaker } from "@/lib/stance/pictures/speakers";
import { WORKS_TENTATIVE } from "@/lib/stance/status";
import { dotOf, dotOfDifference } from "./picture-dots";
import type { PictureLayout } from "./picture-layout";
import { legendOf } from "./picture-legend";
import type { PictureWords } from "./picture-words";
import type { Figure } from "./shape";
import { axisRows, type AxisPanel, type AxisRow } from "./stance-axis-rows";
import { type BarsRow, stanceBars } from "./stance-bars";
import { type HeatCell, type HeatRow, inkFor, stanceHeat } from "./stance-heat";
import { stanceTime } from "./stance-time";

const SHARES = [0.01, 0.2, 0.4, 0.6] as const;
const RESIDUALS = [0.1, 0.2, 0.35, 0.5] as const;

/** One picture as shapes. `scale` is that of the values: −1..+1 of marks, −2..+2 of judgements. */
export function pictureFigure(drawn: Drawable, scale: Scale, words: PictureWords, layout: PictureLayout): Figure {
  switch (drawn.name) {
    case "counts":
      return stanceBars(drawn.data.rows.map((row): BarsRow => ({ kind: "row", key: row.id, name: row.name, note: words.works(row), bars: [{ label: words.own, counts: row.own, end: "" }, { label: words.quoted, counts: row.quoted, end: "" }] })), barWords(words, ""), layout);
    case "speakers":
      return stanceBars(drawn.data.rows.flatMap((row) => speakerRows(row, words)), barWords(words, words.lean), layout);
    case "voice":
      return axisRows([stancePanel("", scale, words)], drawn.data.rows.map((row): AxisRow => ({ kind: "row", key: row.id, name: row.name, note: words.works(row.own), panels: [[{ as: "second", estimate: dotOf(row.quoted) }, { as: "first", estimate: dotOf(row.own) }]] })), legendOf(["clear", "unclear", "tentative", "few", "point", "quoted"], words), words, layout);
    case "genre":
      return axisRows([stancePanel("", scale, words)], drawn.data.rows.flatMap((row): AxisRow[] => [{ kind: "group", name: row.name }, ...row.genres.map((cell): AxisRow => ({ kind: "row", key: `${row.id} ${cell.genre ?? ""}`, name: words.genre(cell.genre), note: words.works(cell.mean), panels: [[{ as: "first", estimate: dotOf(cell.mean) }]] }))]), legendOf(["clear", "unclear", "tentative", "few", "point"], words), words, layout);
    case "masthead":
      return mastheadFigure(drawn.data, scale, words, layout);
    case "time":
      return stanceTime(drawn.data, legendOf(["work", "clear", "unclear", "tentative", "few"], words), { ...words, count: words.number, works: words.worksShort, note: (row) => words.dated({ works: row.buckets.reduce((sum, bucket) => sum + bucket.mean.works, 0), undated: row.undatedArticles }) }, scale.high, layout);
    case "labels":
      return labelsFigure(drawn.data, words, layout);
    case "annotators":
      return residualsFigure(drawn.data, words, layout);
  }
}

const barWords = (words: PictureWords, end: string) => ({ count: words.number, none: words.noMarks, axis: words.marks, heads: words.heads, end });
const stancePanel = (heading: string, scale: Scale, words: PictureWords): AxisPanel => ({ heading, ...scale, left: words.critical, right: words.advocacy });

function speakerRows(row: PictureData["speakers"]["rows"][number], words: PictureWords): BarsRow[] {
  const line = (key: string, name: string, one: Speaker): BarsRow => ({ kind: "row", key: `${row.id} ${key}`, name, note: words.quotedIn(one.works), bars: [{ label: "", counts: one.counts, end: one.lean.mean === null ? "–" : words.signed(one.lean.mean) }] });
  return [
    { kind: "group", name: row.name, note: words.quotedIn(row.works) },
    ...row.top.map((one) => line(one.id ?? "", one.name ?? "", one)),
    ...(row.rest === null ? [] : [line("rest", words.others(row.rest.people), row.rest)]),
    ...(row.unnamed === null ? [] : [line("unnamed", words.unnamed, row.unnamed)]),
  ];
}

function mastheadFigure(data: PictureData["masthead"], scale: Scale, words: PictureWords, layout: PictureLayout): Figure {
  const reach = scale.high - scale.low;
  const panels: AxisPanel[] = [stancePanel(words.bothConditions, scale, words), { heading: words.difference, low: -reach, high: reach, left: words.moreCritical, right: words.moreAdvocacy }];
  const rows = data.rows.map((row): AxisRow => ({
    kind: "row", key: row.id, name: row.name, note: words.compared(row.difference),
    panels: [[{ as: "second", estimate: dotOf(row.hidden) }, { as: "first", estimate: dotOf(row.shown) }], [{ as: "first", estimate: dotOfDifference(row.difference) }]],
  }));
  return axisRows(panels, rows, legendOf(["shown", "hidden", "clear", "tentative", "few", "point"], words), words, layout);
}

function labelsFigure(data: PictureData["labels"], words: PictureWords, layout: PictureLayout): Figure {
  const found = new Map(data.cells.map((cell) => [`${cell.labelId} ${cell.outletId}`, cell]));
  const rows = data.sets.flatMap((set): HeatRow[] => [
    { kind: "group", name: set.name ?? words.deviceSet },
    ...set.labels.map((label): HeatRow => ({
      kind: "row", name: label.name ?? words.device(label.id), note: "",
      cells: data.outlets.map((outlet): HeatCell => {
        const cell = found.get(`${label.id} ${outlet.id}`);
        if (cell === undefined || cell.share.works === 0) return null;
        return { text: words.percent(cell.value), ink: inkFor(cell.value, SHARES), thin: cell.share.works < WORKS_TENTATIVE, glyph: null, key: cell.marks === 0 ? null : `${outlet.id} ${label.id}` };
      }),
    })),
  ]);
  return stanceHeat(data.outlets.map((outlet) => ({ name: outlet.name, note: words.works({ works: outlet.works, level: null }) })), rows, { below: words.below(words.percent(SHARES[0])), above: words.above(words.percent(SHARES[3])), thin: words.thin }, layout);
}

function residualsFigure(data: PictureData["annotators"], words: PictureWords, layout: PictureLayout): Figure {
  const found = new Map(data.cells.map((cell) => [`${cell.annotatorId} ${cell.outletId ?? ""}`, cell]));
  const shifts = new Map((data.severity.value?.shifts ?? []).map((one) => [one.annotatorId, one.shift]));
  const valued = (value: number, thin: boolean, key: string | null): HeatCell => ({ text: words.signed(value), ink: inkFor(Math.abs(value), RESIDUALS), thin, glyph: Math.abs(value) < 0.005 ? null : value > 0 ? "up" : "down", key });
  const rows = data.annotators.map(({ id, name }): HeatRow => ({
    kind: "row", name, note: words.works({ works: found.get(`${id} `)?.works ?? 0, level: null }),
    cells: [
      ...(data.severity.value === null ? [] : [valued(shifts.get(id) ?? 0, false, null)]),
      ...[null, ...data.outlets.map((outlet) => outlet.id)].map((outletId): HeatCell => {
        const cell = found.get(`${id} ${outletId ?? ""}`);
        return cell === undefined ? null : valued(cell.mean, cell.works < WORKS_TENTATIVE, outletId === null ? null : `${outletId} ${id}`);
      }),
    ],
  }));
  const columns = [...(data.severity.value === null ? [] : [{ name: words.severity, note: words.severityNote }]), { name: words.allShared, note: "" }, ...data.outlets.map(({ name }) => ({ name, note: "" }))];
  return stanceHeat(columns, rows, { below: words.below(words.number(RESIDUALS[0])), above: words.above(words.number(RESIDUALS[3])), thin: words.thin }, layout);
}

