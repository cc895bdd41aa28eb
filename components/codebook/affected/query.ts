import { isId } from "@/lib/kernel/id";
import type { AffectedQuery } from "./types";

/** Reads which marks are asked for from an address; what cannot be read counts as not given. */
export function readAffectedQuery(asked: Readonly<Record<string, string | string[] | undefined>>): AffectedQuery {
  const { state, version, after } = asked;
  return {
    state: state === "settled" ? "settled" : "open",
    version: typeof version === "string" && /^[1-9]\d{0,5}$/u.test(version) ? Number(version) : undefined,
    after: isId(after) ? after : undefined,
  };
}

/** The same as the end of an address; empty for all that are open. */
export function writeAffectedQuery({ state, version, after }: AffectedQuery): string {
  const given = new URLSearchParams({ ...(state === "settled" ? { state } : {}), ...(version === undefined ? {} : { version: String(version) }), ...(after === undefined ? {} : { after }) }).toString();
  return given === "" ? "" : `?${given}`;
}
