import { CLEAR_Z, type NamingReport, type WordsReport, type WordsScope } from "@/lib/compare/words/report";
import type { Figure } from "@/lib/figures/shape";
import { wordPlot } from "@/lib/figures/word-plot";
import { BOM, type Cell, csvRecords } from "./csv";
import type { FileWords } from "./svg";

/** What a file is made of: a report, whose project, and on which day (YYYY-MM-DD). */
export type ExportedWords = { readonly report: WordsReport; readonly project: string; readonly date: string };

/** The columns of the words; rates are times in 1,000 words, never rounded. */
export const WORD_COLUMNS = ["outlet", "word", "n", "n_others", "per_1000", "per_1000_others", "log_odds", "z", "outlet_works", "outlet_words"] as const;
/** The columns of the naming. `share` is of all certain names of the target, empty for an ambiguous one. */
export const NAMING_COLUMNS = ["target", "name", "ambiguous", "outlet", "n", "per_1000", "share", "outlet_works", "outlet_words"] as const;

/** Words drawn of each outlet. */
const DRAWN = 8;

const scopeFacts = ({ set, works, unknown, cut }: WordsScope): [string, string][] => [["articles", set?.name ?? "whole project"], ["works", String(works)], ["works_of_unknown_outlets_left_out", String(unknown)], ["cut", String(cut)]];

/** What the words rest on, as name and value. */
function factsOf({ report: { scope, choice, targets, prior: { weight, least } }, project, date }: ExportedWords): [string, string][] {
  const marks: [string, string][] = choice.basis === "spans" ? [["target", targets.find(({ id }) => id === choice.targetId)?.name ?? "all"], ["framing", choice.framing], ["voice", choice.voice], ["marks", "the settled record where there is one, else counted work"]] : [];
  return [["project", project], ["basis", choice.basis], ...marks, ...scopeFacts(scope), ["method", "log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), each outlet against the others"], ["prior", String(weight)], ["least", String(least)], ["date", date]];
}

/** The words of every outlet as CSV; before the header stand rows that begin with # and say what was compared. */
export function wordsCsv(exported: ExportedWords): string {
  const rows = exported.report.outlets.flatMap(({ name, works, words, told }) => told.map((word): Cell[] => [name, word.word, word.n, word.others, word.perThousand, word.othersPerThousand, word.logOdds, word.z, works, words]));
  return BOM + csvRecords([...factsOf(exported).map(([name, value]): Cell[] => [`# ${name}`, value]), [...WORD_COLUMNS], ...rows]);
}

/** The names of every target by outlet as CSV. */
export function namingCsv({ scope, outlets, targets }: NamingReport, project: string, date: string): string {
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const rows = targets.flatMap(({ name: target, groups }) => groups.flatMap(({ groupId, names }) => names.map(({ name, ambiguous, n, perThousand, share }): Cell[] => [target, name, ambiguous, byId.get(groupId)?.name ?? "", n, perThousand, share, byId.get(groupId)?.works ?? 0, byId.get(groupId)?.words ?? 0])));
  const facts: [string, string][] = [["project", project], ...scopeFacts(scope), ["date", date]];
  return BOM + csvRecords([...facts.map(([name, value]): Cell[] => [`# ${name}`, value]), [...NAMING_COLUMNS], ...rows]);
}

/** The plot of the words, in English: what the page draws, at the size of a file. */
export const wordsFigure = ({ report }: ExportedWords): Figure =>
  wordPlot(
    report.outlets.map(({ name, told }) => ({ name, words: told.slice(0, DRAWN).map(({ word, z, n, others }) => ({ word, z, note: `z ${z.toFixed(1)} · ${n} times, others ${others}` })) })),
    { axis: "z: how clearly the outlet uses it more than the others", tick: String, clear: `dotted line: z ${CLEAR_Z}`, none: "no word that it uses more than the others" },
    CLEAR_Z,
  );

/** What stands around the plot in its file. */
export function wordsFileWords(exported: ExportedWords): FileWords {
  const { report: { scope, choice, prior }, project, date } = exported;
  const facts = factsOf(exported);
  const what = choice.basis === "spans" ? "Marked words by outlet" : "Words of whole texts by outlet";
  return {
    title: `${what}: ${scope.set?.name ?? project}`,
    description: `For each outlet the words and phrases that it uses more than the others, by z. ${scope.works} works.`,
    foot: [`Log-odds with an informative Dirichlet prior, each outlet against the others · prior of ${Math.round(prior.weight)} words · ${scope.works} works, ${scope.unknown} of unknown outlets left out`, `filled: z ${CLEAR_Z} or more · ${project} · ${date} · Slantwise`],
    facts,
  };
}
