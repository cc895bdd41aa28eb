import { type Fact, inOrder, standingOf, type Timeline, type ToldFigure, type ToldTime } from "@/lib/compare/timeline";
import { civil, DAY } from "@/lib/compare/times/minutes";
import { type StripWords, timelineStrip } from "@/lib/figures/compare-timeline";
import type { Figure } from "@/lib/figures/shape";
import type { Tick } from "@/lib/figures/timeline-axis";
import { type Gap, stripOf } from "@/lib/figures/timeline-rows";
import { BOM, type Cell, csvRecords } from "./csv";
import type { FileWords } from "./svg";

// Files are in English whatever the page is in, like all exports (decision 0021).

/** What a file is made of, whose project, on which day (YYYY-MM-DD). */
export type ExportedTimeline = { readonly timeline: Timeline; readonly project: string; readonly date: string };

/** The columns of the table. A row is a time, a figure, or a fact (two of them, with what was said). Offsets are code points; times are ISO 8601 without a zone. */
export const TIMELINE_COLUMNS = ["row", "article_id", "article", "outlet", "published_on", "start", "end", "words", "kind", "from", "to", "vague", "counted_from", "low", "high", "unit", "sentence", "other_article_id", "other_start", "other_end", "other_words", "both_possible", "likeness", "shared_words", "verdict", "note", "said_by", "said_at"] as const;

/** All times and figures in the order of the articles, then the facts in the order of the page. Rows before the header begin with "#". */
export function timelineCsv(exported: ExportedTimeline): string {
  const { timeline } = exported;
  const articles = new Map(timeline.articles.map((one) => [one.id, one]));
  const head = (one: ToldTime | ToldFigure): Cell[] => [one.articleId, articles.get(one.articleId)?.title ?? "", articles.get(one.articleId)?.outlet ?? null, articles.get(one.articleId)?.publishedOn ?? null, one.start, one.end, one.quote];
  const ends = (one: ToldTime | ToldFigure): Cell[] => ("unit" in one ? [null, null, null, one.vague, null, one.low, one.high, one.unit, one.told] : [one.kind, one.from, one.to, one.vague, one.anchor, null, null, null, one.told]);
  const none = Array<Cell>(11).fill(null);
  const fact = (one: Fact): Cell[] => ["fact", ...head(one.a), ...ends(one.a), one.b.articleId, one.b.start, one.b.end, one.b.quote, one.compatible, one.likeness, one.words.join(" "), standingOf(one), one.verdict?.note ?? null, one.verdict?.memberName ?? null, one.verdict?.at ?? null];
  const rows = [...timeline.times.map((one): Cell[] => ["time", ...head(one), ...ends(one), ...none]), ...timeline.figures.map((one): Cell[] => ["figure", ...head(one), ...ends(one), ...none]), ...inOrder(timeline.facts).map(fact)];
  return BOM + csvRecords([...timelineFileWords(exported).facts.map(([name, value]): Cell[] => [`# ${name}`, value]), [...TIMELINE_COLUMNS], ...rows]);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "23:00", "9 May", "May 2004", "2004". */
function tick({ at, unit }: Tick): string {
  const { year, month, day } = civil(Math.floor(at / DAY));
  if (unit === "hour") return `${String(Math.floor((at % DAY) / 60)).padStart(2, "0")}:00`;
  return unit === "day" ? `${day} ${MONTHS[month - 1]}` : unit === "month" ? `${MONTHS[month - 1]} ${year}` : String(year);
}

const gap = ({ n, rest, unit }: Gap): string => (unit === "hours" ? `${n} h${rest > 0 ? ` ${rest} min` : ""}` : unit === "minutes" ? `${n} min` : `${n} ${n === 1 ? unit.slice(0, -1) : unit}`);
const STRIP: StripWords = { tick, exact: "exact", vague: "a vague claim", conflict: "a conflict, as somebody said", maybe: "may be one fact, and cannot both be true" };

/** The strip as shapes, in English. */
export function timelineFigure({ timeline }: ExportedTimeline): Figure {
  const articles = new Map(timeline.articles.map((one) => [one.id, one.outlet ?? one.title]));
  const { lanes, fields } = stripOf(timeline, (id) => articles.get(id) ?? id, { quote: (text) => text, field: (apart, said) => `${said ? "≠" : "?"} ${apart === null ? "" : `${gap(apart)} apart`}`.trim() });
  return timelineStrip(lanes, fields, STRIP);
}

/** What stands around the strip in its file. */
export function timelineFileWords({ timeline, project, date }: ExportedTimeline): FileWords {
  const conflicts = timeline.facts.filter((fact) => standingOf(fact) === "conflict").length;
  const n = `${timeline.articles.length} articles, ${timeline.times.length} times, ${timeline.figures.length} figures, ${timeline.facts.length} pairs that may be one fact, ${conflicts} called a conflict`;
  return {
    title: `Timeline: ${timeline.set.name}`,
    description: `When each article says that things happened. ${n}.`,
    foot: [n, `Found by a program, judged by people · ${project} · ${date} · Slantwise`],
    facts: [["project", project], ["set", timeline.set.name], ["articles", timeline.articles.map(({ id }) => id).join(" ")], ["n", n], ["date", date]],
  };
}
