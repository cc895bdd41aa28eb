/** Stable codes of problem answers; a client may branch on them. */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "invalid"
  | "operation_reused"
  | "too_large"
  | "too_many"
  | "unsupported_media_type"
  | "bad_origin"
  | "other_member"
  | "fetch_off"
  | "unavailable";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  operation_reused: 422,
  too_large: 413,
  too_many: 429,
  unsupported_media_type: 415,
  bad_origin: 403,
  other_member: 403,
  fetch_off: 403,
  unavailable: 503,
};

/**
 * The one family of thrown errors. `detail` is a sentence for a person; `extra` goes into the problem document
 * beside it (for a conflict: `current`, the row as it stands; for bad input: `errors`, with the place of each).
 */
export class AppError extends Error {
  readonly status: number;
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = "AppError";
    this.status = STATUS[code];
  }
}

/** The same words for what does not exist and for what one may not see. */
export const notFound = (): AppError => new AppError("not_found", "There is nothing here, or nothing that you may see.");
export const forbidden = (detail: string): AppError => new AppError("forbidden", detail);
export const invalid = (detail: string, extra: Record<string, unknown> = {}): AppError => new AppError("invalid", detail, extra);
export const conflict = (detail: string, extra: Record<string, unknown> = {}): AppError => new AppError("conflict", detail, extra);

/** For what cannot happen: a broken invariant of our own, never of the input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
