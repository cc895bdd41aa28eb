import type { Suggestion } from "@/lib/codebook/suggestion";

/** A suggestion with its moments in ISO form, as the API gives it. */
export type SuggestionLine = Omit<Suggestion, "createdAt" | "decidedAt"> & { createdAt: string; decidedAt: string | null };

/** A suggestion that a page has read, as its components take it. */
export const suggestionLine = (suggestion: Suggestion): SuggestionLine => ({ ...suggestion, createdAt: suggestion.createdAt.toISOString(), decidedAt: suggestion.decidedAt?.toISOString() ?? null });
