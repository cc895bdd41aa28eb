import type { Quantity } from "@/lib/kernel/quantity";
import type { Choice } from "../choice";
import type { Material } from "../material/material";
import type { Figure, Interval } from "../report";
import { jackknife } from "../resample/jackknife";
import { type Pieces, sumByDocument, total } from "../resample/pieces";
import { type DocumentDisorder, gammaPieces, type GammaUndefined, pooledGamma, type Sampling } from "./gamma";

/** One γ that is asked for: the choice of the page (its seed is γ's) and how much is sampled. */
export type GammaOrder = Sampling & { readonly choice: Choice };

/** Beside the reasons of γ: `failed`, where computing it ended the program or broke three times. */
export const DOCUMENT_REASONS = ["one_annotator", "nothing_marked", "no_variation", "too_large", "failed"] as const;
/** γ's pieces for one article, or why there are none. */
export type GammaDocument = { readonly articleId: string } & (DocumentDisorder | { readonly reason: GammaUndefined | "failed" });

/** γ of a choice. `doubt`: half-width of the 95 % interval that drawing samples alone leaves in γ; the interval is about the articles. */
export type GammaFigures = { readonly gamma: Figure; readonly interval: Interval; readonly doubt: Quantity<number, "not_computed">; readonly left: number };

/**
 * Pools the documents of a choice (see `pooledGamma`), with a jackknife over works: copies of one text are one document
 * of the interval. Documents without a γ are left out, and counted in `left`.
 */
export function figuresOf(material: Material, documents: readonly GammaDocument[]): GammaFigures {
  const workOf = new Map(material.articles.map(({ id, workId }) => [id, workId]));
  const counted = documents.flatMap((one) => ("reason" in one ? [] : [one]));
  const works = new Map<string, number>();
  const documentOf = counted.map(({ articleId }) => {
    const work = workOf.get(articleId) ?? articleId;
    return works.get(work) ?? works.set(work, works.size).size - 1;
  });
  const pieces: Pieces = sumByDocument({ values: Float64Array.from(counted.flatMap(gammaPieces)), width: 2 }, documentOf, works.size);
  const gamma = counted.length === 0 && documents.length > 0 ? { value: null, reason: "not_computed" as const } : pooledGamma(total(pieces));
  return { gamma, interval: gamma.value === null ? gamma : jackknife(pieces, pooledGamma), doubt: doubtOf(counted, gamma), left: documents.length - counted.length };
}

/** By the delta method: γ = 1 − O/E, so sd(γ) = (1 − γ) · sd(E)/E, sd(E)² = Σ w²s²/n. */
function doubtOf(counted: readonly DocumentDisorder[], gamma: Figure): GammaFigures["doubt"] {
  if (gamma.value === null) return { value: null, reason: "not_computed" };
  const expected = counted.reduce((sum, one) => sum + one.weight * one.expected, 0);
  const variance = counted.reduce((sum, { weight, spread, samples }) => sum + (weight * spread) ** 2 / samples, 0);
  return { value: (1.96 * (1 - gamma.value) * Math.sqrt(variance)) / expected };
}
