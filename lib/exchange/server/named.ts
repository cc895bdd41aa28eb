import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { distinctNames, nameKey } from "@/lib/articles/name-key";
import { outletNamed } from "@/lib/articles/server/resolve-outlet";
import { targetOfNames } from "@/lib/codebook/server/target-checks";
import type { Sql } from "@/lib/platform/database";

/** Ids of the outlets that names lead to, by `nameKey`; what nobody has named yet is missing. */
export async function namedOutlets(actor: MemberActor, names: readonly (string | null)[], tx: Sql): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, key } of distinctNames(names.filter((one) => one !== null))) {
    const known = await outletNamed(actor, name, tx);
    if (known) found.set(key, known.id);
  }
  return found;
}

/** Ids of the targets that names find by themselves, by `nameKey`, merged ones as what they were merged into. `wrong` is told of those that are archived. */
export async function namedTargets(actor: MemberActor, names: readonly string[], wrong: (name: string, message: string) => void, tx: Sql): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const known = await targetOfNames(actor, [nameKey(name)], tx);
    const target = known?.root ?? known;
    if (target?.archived) wrong(name, `The target “${target.name}” is archived. Bring it back first.`);
    if (target) found.set(nameKey(name), target.id);
  }
  return found;
}

/** Names that differ and are in no `there`, in their first spelling. */
export const missingNames = (names: readonly (string | null)[], there: ReadonlyMap<string, string>): string[] => distinctNames(names.filter((name) => name !== null), [...there.keys()]).map(({ name }) => name);
