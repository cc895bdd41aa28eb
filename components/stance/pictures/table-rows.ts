import { FRAMINGS } from "@/lib/codebook/framing";
import { spansIn } from "@/lib/stance/counts";
import type { Drawable, PictureData } from "@/lib/stance/pictures/any";
import type { Speaker } from "@/lib/stance/pictures/speakers";
import { spansHref, worksHref, type PicturePlace } from "./links";
import { meanCells, rangeText } from "./mean-cells";
import type { Say } from "./say";
import { spotHref } from "./spot-links";

/** One cell: a text, or a text that opens what is behind it. */
export type TableCell = string | { readonly text: string; readonly href: string; readonly label: string };
/** A table as it is shown: its first column names the rows; `right` says which columns hold numbers. */
export type ShownTable = { readonly heads: readonly string[]; readonly right: readonly boolean[]; readonly rows: readonly (readonly TableCell[])[] };

/** The values that a picture draws, and those that it has no room for, as rows. */
export function tableOf(drawn: Drawable, say: Say, place: PicturePlace): ShownTable {
  const { t, format, signed, words } = say;
  const worksOf = (outlet: string, name: string, n: number, href = worksHref(place, outlet)): TableCell => (n === 0 ? "0" : { text: format.number(n), href, label: t("table.openWorks", { n, name }) });
  const spansOf = (name: string, n: number, href: string | null): TableCell => (n === 0 || href === null ? format.number(n) : { text: format.number(n), href, label: t("table.open", { n, name }) });
  const table = (columns: readonly (readonly [head: string, right: boolean])[], rows: ShownTable["rows"]): ShownTable => ({ heads: columns.map(([head]) => head), right: columns.map(([, right]) => right), rows });
  const outlet = [t("table.outlet"), false] as const;
  const means = [[t("table.works"), true], [t("table.mean"), true], [t("table.interval"), false], [t("table.status"), false]] as const;
  switch (drawn.name) {
    case "counts":
      return table([outlet, [t("table.voice"), false], [t("table.works"), true], ...FRAMES.map((framing) => [t(`table.heads.${framing}`), true] as const)], drawn.data.rows.flatMap((row) => (["own", "quoted"] as const).map((voice) => [
        row.name, t(`say.${voice}`), worksOf(row.id, row.name, row.works), ...FRAMES.map((framing) => spansOf(row.name, row[voice][framing], spansHref(place, row.id, { in: voice, framing }, { voice: "all" }))),
      ])));
    case "voice":
      return table([outlet, [t("table.voice"), false], ...means], drawn.data.rows.flatMap((row) => (["own", "quoted"] as const).map((voice) => [row.name, t(`say.${voice}`), worksOf(row.id, row.name, row[voice].works, worksHref(place, row.id, { voice })), ...meanCells(say, row[voice])])));
    case "speakers":
      return table([outlet, [t("table.speaker"), false], [t("table.works"), true], ...FRAMES.map((framing) => [t(`table.heads.${framing}`), true] as const), [t("table.lean"), true], [t("table.interval"), false]], drawn.data.rows.flatMap((row) => speakersOf(row, say).map(({ name, one }) => [
        { text: row.name, href: spotHref(drawn, row.id, place) ?? "", label: row.name }, name, format.number(one.works), ...FRAMES.map((framing) => format.number(one.counts[framing])), ...meanCells(say, one.lean).slice(0, 2),
      ])));
    case "time":
      return table([outlet, [t(`table.bucket.${drawn.data.unit}`), false], ...means], drawn.data.rows.flatMap((row) => [
        ...row.buckets.map((bucket): TableCell[] => [row.name, drawn.data.unit === "week" ? say.day(bucket.start) : words.bucket(bucket.start, drawn.data.unit), worksOf(row.id, row.name, bucket.mean.works, spotHref(drawn, `${row.id} ${bucket.start}`, place) ?? ""), ...meanCells(say, bucket.mean)]),
        ...(row.undatedWorks === 0 ? [] : [[row.name, t("table.noDay"), format.number(row.undatedWorks), "–", "–", ""]]),
      ]));
    case "genre":
      return table([outlet, [t("table.genre"), false], ...means], drawn.data.rows.flatMap((row) => row.genres.map((cell): TableCell[] => [row.name, words.genre(cell.genre), cell.genre === null ? format.number(cell.mean.works) : worksOf(row.id, row.name, cell.mean.works, worksHref(place, row.id, { genre: cell.genre })), ...meanCells(say, cell.mean)])));
    case "labels":
      return table([outlet, [t("table.set"), false], [t("table.label"), false], [t("table.works"), true], [t("table.share"), true], [t("table.interval"), false], [t("table.marks"), true]], labelRows(drawn, say, (id, name, n) => worksOf(id, name, n), (name, n, href) => spansOf(name, n, href), place));
    case "annotators": {
      const shifts = new Map((drawn.data.severity.value?.shifts ?? []).map((one) => [one.annotatorId, one.shift]));
      const [people, outlets] = [drawn.data.annotators, drawn.data.outlets].map((all) => new Map(all.map(({ id, name }) => [id, name])));
      return table([[t("table.annotator"), false], outlet, [t("table.works"), true], [t("table.articles"), true], [t("table.residual"), true], [t("table.interval"), false], [t("table.leaning"), true]], drawn.data.cells.map((cell) => [
        people?.get(cell.annotatorId) ?? "", cell.outletId === null ? t("say.allShared") : (outlets?.get(cell.outletId) ?? ""), format.number(cell.works),
        cell.outletId === null ? format.number(cell.articles) : { text: format.number(cell.articles), href: spansHref(place, cell.outletId, { coder: cell.annotatorId }, { data: "raw" }), label: t("table.open", { n: cell.articles, name: people?.get(cell.annotatorId) ?? "" }) },
        signed(cell.mean), rangeText(say, cell.interval), cell.outletId === null && shifts.has(cell.annotatorId) ? signed(shifts.get(cell.annotatorId) ?? 0) : "",
      ]));
    }
    case "masthead":
      return table([outlet, [t("table.hidden"), true], [t("table.shown"), true], [t("table.difference"), true], [t("table.interval"), false], [t("table.compared"), false]], drawn.data.rows.map((row) => [
        row.name, ...(["hidden", "shown"] as const).map((source): TableCell => {
          const [mean] = meanCells(say, row[source]);
          return row[source].works === 0 ? "–" : { text: `${mean ?? ""} (${words.works({ works: row[source].works, level: null })})`, href: worksHref(place, row.id, { source }), label: t("table.openWorks", { n: row[source].works, name: row.name }) };
        }),
        row.difference === null || row.difference.mean === null ? row.difference?.points.map(signed).join(", ") || "–" : signed(row.difference.mean),
        row.difference === null ? "–" : row.difference.interval !== null ? rangeText(say, row.difference.interval) : t(row.difference.reason === "no_variation" ? "table.noVariation" : "table.fewAlone"), words.compared(row.difference),
      ]));
  }
}

const FRAMES = [...FRAMINGS].reverse();

function speakersOf(row: PictureData["speakers"]["rows"][number], { words }: Say): { name: string; one: Speaker }[] {
  return [
    ...row.top.map((one) => ({ name: one.name ?? "", one })),
    ...(row.rest === null ? [] : [{ name: words.others(row.rest.people), one: row.rest }]),
    ...(row.unnamed === null ? [] : [{ name: words.unnamed, one: row.unnamed }]),
  ].filter(({ one }) => spansIn(one.counts) > 0);
}

type Works = (outlet: string, name: string, n: number) => TableCell;
type Spans = (name: string, n: number, href: string | null) => TableCell;

function labelRows(drawn: Extract<Drawable, { name: "labels" }>, say: Say, worksOf: Works, spansOf: Spans, place: PicturePlace): TableCell[][] {
  const { data } = drawn;
  const cells = new Map(data.cells.map((cell) => [`${cell.labelId} ${cell.outletId}`, cell]));
  return data.sets.flatMap((set) => set.labels.flatMap((label) => data.outlets.flatMap((outlet): TableCell[][] => {
    const cell = cells.get(`${label.id} ${outlet.id}`);
    if (cell === undefined || cell.share.works === 0) return [];
    const { words } = say;
    return [[outlet.name, set.name ?? words.deviceSet, label.name ?? words.device(label.id), worksOf(outlet.id, outlet.name, cell.share.works), words.percent(cell.value), rangeText(say, cell.share.interval, words.percent), spansOf(outlet.name, cell.marks, set.name === null ? spotHref(drawn, `${outlet.id} ${label.id}`, place) : null)]];
  })));
}
