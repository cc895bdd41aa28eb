import { hc } from "hono/client";
import { API, clientOptions, unwrap } from "@/components/api/client";
import type { Suggestion } from "@/lib/annotations/suggest";
import type { suggesting } from "@/lib/api/suggestions";

const api = hc<typeof suggesting>(API, clientOptions).projects[":projectId"].assignments[":assignmentId"].suggestions;

/** An assignment that suggestions are about. */
export type SuggestionPlace = { readonly projectId: string; readonly assignmentId: string };

/** The suggestions of an article, in the order of its text. Throws `ApiProblem`. */
export const fetchSuggestions = async (place: SuggestionPlace): Promise<Suggestion[]> => (await unwrap(api.$get({ param: place }))).items;

/** Has a phrase not suggested again for a target. Throws `ApiProblem`. */
export async function dismissPhrase(place: SuggestionPlace, { targetId, quote }: Pick<Suggestion, "targetId" | "quote">): Promise<void> {
  await unwrap(api.dismiss.$post({ param: place, json: { targetId, phrase: quote } }));
}
