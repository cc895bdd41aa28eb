import { GENRES, type Genre } from "../provenance";
import type { PageFacts } from "./page-facts";
import type { Proposal } from "./understood";

const TYPES: ReadonlyMap<string, Genre> = new Map(Object.entries<Genre>({ OpinionNewsArticle: "opinion", AnalysisNewsArticle: "analysis", BackgroundNewsArticle: "explainer", ReportageNewsArticle: "news", ReviewNewsArticle: "review", CriticReview: "review" }));
const SECTIONS: readonly (readonly [names: RegExp, genre: Genre])[] = [
  [/^(?:opinion|opinions|comment|commentary|op-ed|meinung|kommentar|tribune|opinión|columns?|columnists)$/iu, "opinion"],
  [/^(?:editorials?|leitartikel|éditorial|the view)$/iu, "editorial"],
  [/^(?:letters?|letters to the editor|leserbriefe?|courrier des lecteurs|readers' letters)$/iu, "letter"],
  [/^(?:analysis|analyse)$/iu, "analysis"],
  [/^(?:interviews?|q&a)$/iu, "interview"],
  [/^(?:explainers?|explained|hintergrund)$/iu, "explainer"],
  [/^(?:press releases?|pressemitteilung(?:en)?|communiqués?)$/iu, "press_release"],
];

/** The genre where the file or the page names one; pages call every text a news article, so that alone says nothing. */
export function findGenre(given: string | undefined, facts: PageFacts | null): Proposal<Genre> | null {
  const own = GENRES.find((genre) => genre === given?.trim().toLowerCase().replace(/[ -]/gu, "_"));
  if (own !== undefined) return { value: own, from: "file", quote: given ?? "" };
  for (const type of facts?.schema?.types ?? []) {
    const genre = TYPES.get(type);
    if (genre !== undefined) return { value: genre, from: "schema_org", quote: type };
  }
  for (const section of facts?.sections ?? []) {
    const found = SECTIONS.find(([names]) => names.test(section.trim()));
    if (found !== undefined) return { value: found[1], from: "meta", quote: section };
  }
  return null;
}
