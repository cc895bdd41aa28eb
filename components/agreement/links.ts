import type { Choice } from "@/lib/agreement/choice";
import { choiceParams } from "@/lib/agreement/choice-query";
import type { Passage } from "@/lib/agreement/report";
import type { AgreementFigure } from "@/lib/exchange/agreement-names";

/** Where one looks: the project, the choice, whether annotators are letters instead of names, and whether one may see the marks side by side. */
export type AgreementPlace = { readonly projectId: string; readonly choice: Choice; readonly hideNames: boolean; readonly adjudicates: boolean };

const query = ({ choice, hideNames }: AgreementPlace, more: Record<string, string> = {}): string => {
  const written = new URLSearchParams({ ...more, ...choiceParams(choice), ...(hideNames ? { names: "hidden" } : {}) }).toString();
  return written === "" ? "" : `?${written}`;
};

/** The page with these choices. */
export const pageHref = (place: AgreementPlace, change: Partial<Choice> = {}): string => `/p/${place.projectId}/agreement${query({ ...place, choice: { ...place.choice, ...change } })}`;

/** The reliability report with these choices. */
export const reportHref = (place: AgreementPlace): string => `/p/${place.projectId}/agreement/report${query(place)}`;

/** A figure as a file. */
export const fileHref = (place: AgreementPlace, name: AgreementFigure, format: "csv" | "svg" | "png"): string => `/api/v1/projects/${place.projectId}/agreement/figures.${format}${query(place, { figure: name })}`;

/** The rows that every figure can be computed from again. */
export const unitsHref = (place: AgreementPlace): string => `/api/v1/projects/${place.projectId}/agreement/units.csv${query({ ...place, hideNames: false })}`;

/** An article in which people differ: with everybody's marks for those who adjudicate, by itself for others. */
export const articleHref = ({ projectId, adjudicates }: AgreementPlace, articleId: string): string => `/p/${projectId}/${adjudicates ? "adjudicate" : "articles"}/${articleId}`;

/** A passage in its article. */
export const passageHref = (place: AgreementPlace, { articleId, start }: Passage): string => `${articleHref(place, articleId)}${place.adjudicates ? `?at=${start}` : ""}`;
