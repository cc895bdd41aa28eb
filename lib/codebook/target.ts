import { distinctNames, nameKey } from "@/lib/articles/name-key";

/** Another name of a target. An ambiguous one ("the group") never finds the target by itself. */
export type TargetAlias = { readonly alias: string; readonly isAmbiguous: boolean };

/** A target that was merged into another; its marks count as the other's, and everything comes back when that is undone. */
export type MergedTarget = { readonly id: string; readonly name: string; readonly version: number };

/** An actor or issue that marks are about. */
export type Target = {
  id: string;
  name: string;
  description: string;
  parentId: string | null;
  isFocus: boolean;
  position: number;
  aliases: TargetAlias[];
  /** What was merged into this one, in the order of the names. */
  merged: MergedTarget[];
  archived: boolean;
  version: number;
};

type Node = { readonly id: string; readonly parentId: string | null };

/** Whether giving `id` this parent would make a target stand above itself. */
export function makesCycle(nodes: readonly Node[], id: string, parentId: string | null): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  parents.set(id, parentId);
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** The aliases that differ from one another and from the name, each with its key. */
export function distinctAliases(name: string, aliases: readonly TargetAlias[]): (TargetAlias & { key: string })[] {
  return distinctNames(aliases.map((item) => item.alias), [nameKey(name)]).map(({ name: alias, key }) => ({
    alias,
    key,
    isAmbiguous: aliases.some((item) => item.isAmbiguous && nameKey(item.alias) === key),
  }));
}

/** Targets in their order with those below each directly behind it, and how deep each stands. */
export function asTree<T extends Node>(targets: readonly T[]): { target: T; depth: number }[] {
  const known = new Set(targets.map((target) => target.id));
  const below = (parent: string | null, depth: number): { target: T; depth: number }[] =>
    targets
      .filter((target) => (target.parentId !== null && known.has(target.parentId) ? target.parentId : null) === parent)
      .flatMap((target) => [{ target, depth }, ...below(target.id, depth + 1)]);
  return below(null, 0);
}
