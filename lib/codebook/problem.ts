/** A place in the codebook that is not right: a JSON pointer from its top, and why. */
export type Problem = { readonly path: string; readonly message: string };

/** As many problems as an answer names. */
export const MOST_PROBLEMS = 20;
