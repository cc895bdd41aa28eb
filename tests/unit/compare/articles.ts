import type { ComparedArticle, Sentence } from "@/lib/compare/passage";

/** An article of which every line is a sentence; the first is the headline. */
export function articleOf(id: string, text: string, more: Partial<Pick<ComparedArticle, "language" | "publishedOn">> = {}): ComparedArticle {
  let start = 0;
  const sentences = text.split("\n").flatMap((line): Omit<Sentence, "index">[] => {
    const at = start;
    const long = [...line].length;
    start += long + 1;
    return line.trim() === "" ? [] : [{ start: at, end: at + long, text: line, kind: at === 0 ? "headline" : "paragraph" }];
  });
  return { id, language: more.language === undefined ? "en" : more.language, publishedOn: more.publishedOn === undefined ? null : more.publishedOn, sentences: sentences.map((sentence, index) => ({ index, ...sentence })) };
}

/** The words at a place given in code points. */
export const textAt = (text: string, place: { readonly start: number; readonly end: number }): string => [...text].slice(place.start, place.end).join("");
