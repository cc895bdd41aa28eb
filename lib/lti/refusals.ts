/** Why somebody who comes from a platform is not let in: a code for the log; the sentence for a person stands in the words of `lti`. */
export const REFUSALS = [
  "bad_request",
  "unknown_platform",
  "state",
  "browser",
  "platform_keys",
  "token",
  "signature",
  "issuer",
  "audience",
  "deployment",
  "expired",
  "nonce",
  "replayed",
  "message",
  "version",
  "target",
  "role",
  "resource",
  "lesson_over",
  "removed",
  "other_account",
  "not_teacher",
  "deep_link",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A code as it came in an address, or null for anything else. */
export const refusalOf = (text: string | null): Refusal | null => REFUSALS.find((one) => one === text) ?? null;
