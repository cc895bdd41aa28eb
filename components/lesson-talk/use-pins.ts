import { useCallback } from "react";
import { unwrap } from "@/components/api/client";
import { talkApi, type Pin, type Place } from "./api";
import { useReading, type Reading } from "./use-reading";

/** The passages chosen to talk about; `sees`: whether they may be seen yet. */
export function usePins(projectId: string, sees: boolean): Reading<readonly Pin[]> {
  return useReading(useCallback(async () => (sees ? (await unwrap(talkApi.pins.$get({ param: { projectId } }))).items : []), [projectId, sees]));
}

/** The pin of a place, if it is pinned. */
export const pinAt = (pins: readonly Pin[] | null, place: Place | null): Pin | null => (place && pins?.find((one) => one.articleId === place.articleId && one.start === place.start && one.end === place.end)) ?? null;

/** The words of a place as they stand in its article's shown blocks, or null where none of them holds it. */
export function wordsAt(blocks: readonly { readonly start: number; readonly text: string }[], { start, end }: { readonly start: number; readonly end: number }): string | null {
  const block = blocks.find((one) => one.start <= start && start < one.start + [...one.text].length);
  return block ? [...block.text].slice(start - block.start, end - block.start).join("") : null;
}
