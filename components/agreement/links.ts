import type { Choice } from "@/lib/agreement/choice";
import { choiceParams } from "@/lib/agreement/choice-query";
import type { Passage } from "@/lib/agreement/report";
import type { AgreementFigure } from "@/lib/exchange/agreement-names";

/** Where one looks: the project, the choice, and whether annotators are letters instead of names. */
export type AgreementPlace = { readonly projectId: string; readonly choice: Choice; readonly hideNames: boolean };

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

/** A passage in its article. */
export const passageHref = (projectId: string, { articleId, start }: Passage): string => `/p/${projectId}/adjudicate/${articleId}?at=${start}`;

/** An article in which people differ. */
export const articleHref = (projectId: string, articleId: string): string => `/p/${projectId}/adjudicate/${articleId}`;
