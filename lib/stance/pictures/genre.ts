import { defined, undefinedFor } from "@/lib/kernel/quantity";
import { GENRES } from "@/lib/articles/provenance";
import type { Scale } from "../estimate";
import type { Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { byGroup, grouped, meanOfWorks, type PictureMean, workValues } from "./work-values";

/** One genre of one outlet; null: articles whose genre nobody gave. */
export type GenreCell = { readonly genre: string | null; readonly mean: PictureMean };
export type GenreRow = Named & { readonly genres: readonly GenreCell[] };
export type GenrePicture = LeftOut & { readonly rows: readonly GenreRow[]; /** Those that occur, in the order of the project's list, the unknown one last. */ readonly genres: readonly (string | null)[] };

/**
 * News, opinion and other genres apart, per outlet: they often differ more than outlets do. Each genre is estimated from
 * its own articles; a work whose copies stand in two genres is in both. Rows by name.
 */
export function genrePicture(observations: readonly Observation[], genreOf: ReadonlyMap<string, string | null>, outlets: readonly Named[], scale: Scale): Picture<GenrePicture> {
  const { groups, unknownWorks } = byGroup(observations);
  const place = (genre: string | null): number => (genre === null ? Infinity : (GENRES as readonly string[]).indexOf(genre));
  const rows = outlets.flatMap(({ id, name }): GenreRow[] => {
    const genres = grouped(groups.get(id) ?? [], (one) => genreOf.get(one.articleId) ?? null);
    const cells = [...genres].sort(([a], [b]) => place(a) - place(b)).map(([genre, mine]) => ({ genre, mean: meanOfWorks(workValues(mine), scale) }));
    return cells.length === 0 ? [] : [{ id, name, genres: cells }];
  });
  if (rows.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_works");
  const genres = [...new Set(rows.flatMap((row) => row.genres.map((cell) => cell.genre)))].sort((a, b) => place(a) - place(b));
  return defined({ rows: byName(rows), genres, unknownWorks });
}
