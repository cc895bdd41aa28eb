import { nameKey } from "@/lib/articles/name-key";

/** A name that none of the others is, however spelt: the name itself, or with a number behind it. */
export function freeName(name: string, others: readonly string[]): string {
  const taken = new Set(others.map(nameKey));
  let free = name;
  for (let n = 2; taken.has(nameKey(free)); n++) free = `${name} (${n})`;
  return free;
}
