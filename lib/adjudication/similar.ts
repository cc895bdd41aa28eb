import { foldText } from "@/lib/text/fold";
import type { Cluster, ClusterSpan } from "./cluster";
import type { Mark } from "./same-mark";

/** The words of a mark as they are compared: case, apostrophes, dashes and spaces aside; passages with an ellipsis between. */
export const foldedWords = (mark: Pick<Mark, "parts">): string => mark.parts.map(({ quote }) => foldText(quote).text).join(" … ");

/** A mark in a cluster that has the same words about the same target as another one; undefined where there is none. */
export const similarIn = (cluster: Pick<Cluster, "spans">, words: string, targetIds: readonly string[]): ClusterSpan | undefined =>
  cluster.spans.find((span) => targetIds.includes(span.targetId) && foldedWords(span) === words);
