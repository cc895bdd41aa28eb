import type { JudgementValue } from "@/lib/annotations/span";
import { distinctNames, nameKey } from "@/lib/articles/name-key";
import { GENRES, isDay, type Genre } from "@/lib/articles/provenance";
import { readTable, type TableError, type TableRow } from "@/lib/articles/small-table";
import { err, ok, type Result } from "@/lib/kernel/result";

/** An article of somebody else's study, as far as its table tells. */
export type ToldArticle = { readonly key: string; readonly title: string; readonly outlet: string | null; readonly publisher: string | null; readonly genre: Genre | null; readonly publishedOn: string | null; readonly line: number };
/** What one annotator made of one article; `blind` where the outlet was hidden. */
export type ToldReading = { readonly articleKey: string; readonly annotator: string; readonly blind: boolean; readonly judgements: readonly { readonly target: string; readonly value: JudgementValue }[]; readonly line: number };
/** A table of judgements, article by article and reader by reader. `repeated` lines said again what a line had said. */
export type JudgementTable = { readonly articles: readonly ToldArticle[]; readonly readings: readonly ToldReading[]; readonly targets: readonly string[]; readonly annotators: readonly string[]; readonly judgements: number; readonly repeated: number };

export const MAX_JUDGEMENTS = 50_000;
const MOST_ERRORS = 50;
const COLUMNS = {
  key: ["article", "article_key", "article_id"], title: ["title", "headline"], outlet: ["outlet"], publisher: ["publisher"], genre: ["genre"], date: ["date", "published_on"],
  annotator: ["annotator", "coder", "rater"], target: ["target"], value: ["value", "judgement"], blind: ["blind", "source_blind"],
} as const;
type Column = keyof typeof COLUMNS;
const LONGEST: Partial<Record<Column, number>> = { key: 200, title: 300, outlet: 200, publisher: 200, annotator: 100, target: 200 };
const YES_NO: Readonly<Record<string, boolean>> = { "": false, "0": false, no: false, false: false, "1": true, yes: true, true: true };

/**
 * Reads judgements of whole articles from CSV: article (any key), annotator, target, value (−2..+2, unclear, not_addressed),
 * and where given title, outlet, publisher, genre, date and blind (yes or no). One line is one judgement. Lines about the
 * same article, and about the same reading of it, must not contradict each other. Every fault names its line.
 */
export function readJudgementTable(csv: string): Result<JudgementTable, TableError[]> {
  const table = readTable(csv, COLUMNS, ["key", "annotator", "target", "value"], MAX_JUDGEMENTS);
  if (!table.ok) return table;
  const errors: TableError[] = [];
  const articles = new Map<string, ToldArticle>();
  const readings = new Map<string, ToldReading & { readonly values: Map<string, { target: string; value: JudgementValue }> }>();
  let repeated = 0;
  for (const row of table.value) {
    const told = readLine(row, (message) => errors.push({ line: row.line, message }));
    if (told === null) continue;
    const article = articles.get(told.article.key);
    if (article === undefined) articles.set(told.article.key, told.article);
    else contradictions(article, told.article).forEach((message) => errors.push({ line: row.line, message }));
    const place = JSON.stringify([told.article.key, nameKey(told.annotator)]);
    const reading = readings.get(place) ?? { articleKey: told.article.key, annotator: told.annotator, blind: told.blind, line: row.line, judgements: [], values: new Map() };
    readings.set(place, reading);
    if (reading.blind !== told.blind) errors.push({ line: row.line, message: `On line ${reading.line} this annotator read the article ${reading.blind ? "blind" : "with its source shown"}. Give the second reading a name of its own.` });
    const before = reading.values.get(nameKey(told.target));
    if (before === undefined) reading.values.set(nameKey(told.target), { target: told.target, value: told.value });
    else if (before.value === told.value) repeated += 1;
    else errors.push({ line: row.line, message: `This annotator has judged the article ${before.value} toward “${told.target}” already.` });
  }
  if (errors.length > 0) return err(errors.slice(0, MOST_ERRORS));
  const all = [...readings.values()].map(({ values, ...reading }) => ({ ...reading, judgements: [...values.values()] }));
  const distinct = (names: readonly string[]): string[] => distinctNames(names).map(({ name }) => name);
  return ok({
    articles: [...articles.values()], readings: all, targets: distinct(all.flatMap((one) => one.judgements.map(({ target }) => target))), annotators: distinct(all.map((one) => one.annotator)),
    judgements: all.reduce((sum, one) => sum + one.judgements.length, 0), repeated,
  });
}

type Told = { readonly article: ToldArticle; readonly annotator: string; readonly target: string; readonly value: JudgementValue; readonly blind: boolean };

function readLine({ line, cell }: TableRow<Column>, wrong: (message: string) => void): Told | null {
  let right = true;
  const fault = (message: string): void => {
    right = false;
    wrong(message);
  };
  for (const [column, longest] of Object.entries(LONGEST) as [Column, number][]) if ([...cell(column)].length > longest) fault(`The ${COLUMNS[column][0]} has more than ${longest} characters.`);
  for (const column of ["key", "annotator", "target"] as const) if (nameKey(cell(column)) === "") fault(`The ${COLUMNS[column][0]} is missing.`);
  const value = valueOf(cell("value"));
  if (value === null) fault(`“${cell("value").slice(0, 40)}” is no judgement: write −2, −1, 0, 1, 2, unclear or not_addressed.`);
  const genre = cell("genre").toLowerCase().replace(/[ -]/gu, "_");
  if (genre !== "" && !(GENRES as readonly string[]).includes(genre)) fault(`“${cell("genre").slice(0, 40)}” is no genre. There are: ${GENRES.join(", ")}.`);
  if (cell("date") !== "" && !isDay(cell("date"))) fault(`“${cell("date").slice(0, 40)}” is not a day as YYYY-MM-DD.`);
  const blind = YES_NO[cell("blind").toLowerCase()];
  if (blind === undefined) fault(`“${cell("blind").slice(0, 40)}” does not say whether the source was hidden: write yes or no.`);
  if (!right || value === null || blind === undefined) return null;
  const article: ToldArticle = { key: cell("key"), title: cell("title"), outlet: cell("outlet") || null, publisher: cell("publisher") || null, genre: (genre || null) as Genre | null, publishedOn: cell("date") || null, line };
  return { article, annotator: cell("annotator"), target: cell("target"), value, blind };
}

function valueOf(cell: string): JudgementValue | null {
  const text = cell.toLowerCase().replace("−", "-").replace(/[ -](?=addressed)/gu, "_");
  if (text === "unclear" || text === "not_addressed") return text;
  return /^[+-]?[012](?:\.0+)?$/u.test(text) ? ((Number(text) + 0) as JudgementValue) : null;
}

const SAID = { title: "title", outlet: "outlet", publisher: "publisher", genre: "genre", publishedOn: "date" } as const;

function contradictions(first: ToldArticle, again: ToldArticle): string[] {
  return (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap((field) => (first[field] === again[field] ? [] : [`The ${SAID[field]} of article “${first.key.slice(0, 60)}” is not the one of line ${first.line}.`]));
}
