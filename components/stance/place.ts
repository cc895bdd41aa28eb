import { type Asked, choiceFrom, type BadParam } from "@/lib/stance/choice-address";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { isId } from "@/lib/kernel/id";
import type { Whose } from "@/lib/stance/report";
import type { StancePlace } from "./links";

/** What an address of a page of stance says, and what of it cannot be taken. */
export type Read = { readonly choice: StanceChoice; readonly bad: BadParam | null; readonly on: string | null; readonly whose: Whose | null; readonly other: string | null; readonly from: number };

const one = (asked: Asked, name: string): string | null => {
  const value = asked[name];
  return typeof value === "string" && value !== "" ? value : null;
};
const idAt = (asked: Asked, name: string): string | null => {
  const value = one(asked, name);
  return value !== null && isId(value) ? value.toLowerCase() : null;
};

/**
 * Reads the address of the stance page. A form without script gives one parameter for each ticked target; they are one
 * list. A choice that cannot be read is told, with the usual one in its place.
 */
export function placeFrom(asked: Asked): Read {
  const ticked = asked["target"];
  const found = choiceFrom(typeof ticked === "object" ? { ...asked, target: ticked.join(",") } : asked);
  const [outlet, work] = [idAt(asked, "outlet"), idAt(asked, "work")];
  const from = one(asked, "from_row");
  return {
    choice: found.ok ? found.value : DEFAULT_STANCE, bad: found.ok ? null : found.error, on: idAt(asked, "on"),
    whose: outlet !== null ? { groupId: outlet } : work !== null ? { workId: work } : null, other: idAt(asked, "other"), from: from !== null && /^\d{1,6}$/u.test(from) ? Number(from) : 0,
  };
}

/** One parameter of an address, where it is given once. */
export const textAt = (asked: Asked, name: string): string | undefined => one(asked, name) ?? undefined;

/** Everything that an address says but its place in a list, for links to other places of it. */
export const hereOf = (asked: Asked): Record<string, string> => Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (typeof value === "string" && name !== "cursor" ? [[name, value]] : [])));

/** One figure that an address names: its choice, its target and whose it is. */
export type FigurePlace = { readonly place: StancePlace; readonly whose: Whose; readonly shown: string | undefined; readonly cursor: string | undefined };

/** Reads the address of a page behind one figure; null where it does not name one. */
export function figureFrom(projectId: string, asked: Asked): FigurePlace | null {
  const { choice, bad, whose } = placeFrom(asked);
  const [targetId, another] = choice.targetIds;
  if (bad !== null || whose === null || targetId === undefined || another !== undefined) return null;
  return { place: { projectId, choice, targetId, whose, from: 0 }, whose, shown: textAt(asked, "shown"), cursor: textAt(asked, "cursor") };
}
