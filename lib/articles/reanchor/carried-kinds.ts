import type { Block, BlockKind } from "../blocks";
import type { KindChange } from "../compose";

/** A block with what a person or a rule said of it. */
export type SaidBlock = Block & { readonly reason?: KindChange["reason"] };

/**
 * What was said of the blocks of the old text, for those of the new one that they are: a list of changes against
 * what `splitBlocks` makes. `kept` is what `keptBlocks` found. Where a kept block is the headline, no other becomes one.
 */
export function carriedKinds(before: readonly SaidBlock[], after: readonly Block[], kept: ReadonlyMap<number, number>): KindChange[] {
  const said = new Map<number, SaidBlock>();
  for (const block of before) {
    const to = kept.get(block.ordinal);
    if (to !== undefined) said.set(to, block);
  }
  const headed = [...said.values()].some((block) => block.kind === "headline");
  return after.flatMap(({ ordinal, kind }): KindChange[] => {
    const block = said.get(ordinal);
    const next: BlockKind = block?.kind ?? (headed && kind === "headline" ? "paragraph" : kind);
    return next === kind && !block?.reason ? [] : [{ ordinal, kind: next, ...(block?.reason ? { reason: block.reason } : {}) }];
  });
}

/** The numbers of blocks that somebody was given, in the new text. Where all are gone, the block at the place of the first: nothing would mean the whole text. */
export function carriedOrdinals(ordinals: readonly number[], kept: ReadonlyMap<number, number>, blocks: number): number[] {
  const carried = ordinals.flatMap((ordinal) => kept.get(ordinal) ?? []).sort((a, b) => a - b);
  return carried.length > 0 || ordinals.length === 0 ? carried : [Math.max(0, Math.min(ordinals[0] ?? 0, blocks - 1))];
}
