import type { PassageRow, RowCell, Sentence } from "./passage";

type Place = { readonly articleId: string; readonly start: number; readonly end: number };
/** What rows are made of: the sentences of each article, and its paragraphs. */
export type Told = { readonly id: string; readonly sentences: readonly Sentence[]; readonly blocks: readonly { readonly start: number; readonly end: number }[] };

/** The places of a cell: each run of sentences that follow one another, from the first letter to the last. */
export function placesOf({ articleId, sentences }: RowCell, told: readonly Told[]): Place[] {
  const all = told.find(({ id }) => id === articleId)?.sentences ?? [];
  const places: Place[] = [];
  let before = -2;
  for (const index of sentences) {
    const sentence = all[index];
    if (sentence === undefined) continue;
    const last = places.at(-1);
    if (last && index === before + 1 && sentence.start >= last.end) places[places.length - 1] = { ...last, end: sentence.end };
    else places.push({ articleId, start: sentence.start, end: sentence.end });
    before = index;
  }
  return places;
}

/** Whether a cell holds words of a place. */
export const holds = (cell: RowCell, place: Place, told: readonly Told[]): boolean =>
  cell.articleId === place.articleId && placesOf(cell, told).some(({ start, end }) => start < place.end && place.start < end);

/** The first row, in the order of the page, with words of a place; undefined where no row has them. */
export const rowAt = <R extends PassageRow>(rows: readonly R[], place: Place, told: readonly Told[]): R | undefined => rows.find((row) => row.cells.some((cell) => holds(cell, place, told)));

/**
 * Sentences that follow one another in a paragraph and that nobody else tells are one passage, not many: rows of one
 * cell that stand one below the other are put together. A row that a person made stays by itself. The key of the
 * first row names them all.
 */
export function gatherLone(rows: readonly PassageRow[], told: readonly Told[]): PassageRow[] {
  const gathered: PassageRow[] = [];
  for (const row of rows) {
    const last = gathered.at(-1);
    const [cell, above] = [loneCell(row), last && loneCell(last)];
    if (cell && last && above && follows(above, cell, told)) gathered[gathered.length - 1] = { ...last, cells: [{ articleId: above.articleId, sentences: [...above.sentences, ...cell.sentences] }], words: [...new Set([...last.words, ...row.words])] };
    else gathered.push(row);
  }
  return gathered;
}

const loneCell = ({ cells, byHand }: PassageRow): RowCell | undefined => (cells.length === 1 && !byHand ? cells[0] : undefined);

function follows(above: RowCell, below: RowCell, told: readonly Told[]): boolean {
  const article = told.find(({ id }) => id === above.articleId);
  const [last, first] = [article?.sentences[above.sentences.at(-1) ?? -1], article?.sentences[below.sentences[0] ?? -1]];
  if (above.articleId !== below.articleId || !article || !last || !first || first.index !== last.index + 1) return false;
  return article.blocks.some((block) => block.start <= last.start && first.end <= block.end);
}

/** Whether a row is that of the headlines: every sentence of it is one. */
export const isHeadlines = ({ cells }: PassageRow, told: readonly Told[]): boolean =>
  cells.length > 0 && cells.every(({ articleId, sentences }) => sentences.every((index) => told.find(({ id }) => id === articleId)?.sentences[index]?.kind === "headline"));

/** In how many rows each article has no cell, and how many it alone has. Rows of headlines are not passages. */
export function countRows(rows: readonly (PassageRow & { readonly headlines: boolean })[], ids: readonly string[]): Map<string, { absent: number; alone: number }> {
  const passages = rows.filter(({ headlines }) => !headlines);
  return new Map(ids.map((id) => {
    const own = passages.filter(({ cells }) => cells.some(({ articleId }) => articleId === id));
    return [id, { absent: passages.length - own.length, alone: own.filter(({ cells }) => cells.length === 1).length }];
  }));
}
