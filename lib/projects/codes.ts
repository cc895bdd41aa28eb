import type { Role } from "./permissions";

/** 32 characters that are not taken for one another: no O and 0, no I and 1. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
export const CODE_LENGTH = 10;

/** A join code of 50 bits from ten numbers of 0 to 31. */
export const codeOf = (numbers: readonly number[]): string => numbers.map((n) => CODE_ALPHABET[n % 32]!).join("");

/** A join code as people read it out: two halves of five. */
export const spaced = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** What is compared of a code as typed: capitals, without spaces and hyphens. An invitation's token (longer, with small letters) stays as it is. */
export function foldCode(typed: string): string {
  const tight = typed.replace(/[\s\-–]+/gu, "");
  return tight.length <= CODE_LENGTH + 2 ? tight.toUpperCase() : typed.trim();
}

/** Roles that a code on the blackboard may give; the others need an invitation. */
export const CODE_ROLES = ["annotator", "observer"] as const satisfies readonly Role[];

/** What joining asks for: only a made-up name in a class with a code, a whole account otherwise. */
export const asksForAccount = (kind: "code" | "invitation", projectKind: "research" | "class"): boolean => !(kind === "code" && projectKind === "class");
