import { writeWordsQuery } from "@/lib/compare/words/query";
import type { WordsChoice } from "@/lib/compare/words/report";

/** Where one looks: the project and the choice. */
export type WordsAt = { readonly projectId: string; readonly choice: WordsChoice };

const query = (params: Record<string, string>): string => (Object.keys(params).length === 0 ? "" : `?${new URLSearchParams(params).toString()}`);

/** The page of words, without a query. */
export const wordsPath = ({ projectId, choice }: WordsAt): string => `/p/${projectId}/compare/${choice.setId === null ? "" : `${choice.setId}/`}words`;

/** The page with a word of an outlet opened. */
export const placesHref = (at: WordsAt, word: string, outletId: string): string => `${wordsPath(at)}${query({ ...writeWordsQuery(at.choice, false), word, outlet: outletId })}#places`;

/** A file of the words, or of the naming. */
export const wordsFileHref = ({ projectId, choice }: WordsAt, format: "csv" | "svg" | "png"): string => `/api/v1/projects/${projectId}/compare/words.${format}${query(writeWordsQuery(choice, true))}`;
export const namingFileHref = ({ projectId, choice }: WordsAt): string => `/api/v1/projects/${projectId}/compare/naming.csv${query(choice.setId === null ? {} : { set: choice.setId })}`;
