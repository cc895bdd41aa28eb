import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { archiveLabel, findLabel, isUsable, mergeLabel, resolveLabel, splitLabel, standingFor, unmergeLabel, usableLabels } from "@/lib/codebook/lineage";
import type { CodebookContent } from "@/lib/codebook/content";
import { makeLabel, makeSet } from "@/tests/factories/labels";

const three = [makeLabel("A"), makeLabel("B"), makeLabel("C")] as const;
const book: CodebookContent = { ...FRAMING_PRESET, sets: [makeSet("Tone", three)] };
const names = (content: CodebookContent): string[] => usableLabels(content.sets[0]!).map((label) => label.name);

describe("labels through merges", () => {
  it("stand for the label that took them in last, and come back when a merge is taken back", () => {
    const merged = mergeLabel(mergeLabel(book, three[0].id, three[1].id), three[1].id, three[2].id);
    expect(resolveLabel(merged, three[0].id)).toBe(three[2].id);
    expect(standingFor(merged.sets[0]!, three[2].id)).toEqual([three[2].id, three[0].id, three[1].id]);
    expect(names(merged)).toEqual(["C"]);
    expect(unmergeLabel(unmergeLabel(merged, three[0].id), three[1].id)).toEqual(book);
  });

  it("resolve to something of the set whatever the pointers say, and never run for ever", () => {
    const pointer = fc.option(fc.nat(5), { nil: null });
    fc.assert(
      fc.property(fc.array(pointer, { minLength: 6, maxLength: 6 }), (pointers) => {
        const labels = pointers.map((_, n) => makeLabel(`L${n}`));
        const content = { ...FRAMING_PRESET, sets: [makeSet("S", labels.map((label, n) => ({ ...label, mergedIntoId: pointers[n] == null ? null : labels[pointers[n]]!.id })))] };
        for (const label of content.sets[0]!.labels) {
          const end = resolveLabel(content, label.id);
          expect(findLabel(content, end)).not.toBeNull();
          expect(standingFor(content.sets[0]!, end)).toContain(label.id === end ? end : label.id);
        }
      }),
    );
  });

  it("keep a split label behind its parts, and an archived one in its place", () => {
    const split = splitLabel(book, three[0].id, [makeLabel("A1"), makeLabel("A2")]);
    expect(names(split)).toEqual(["A1", "A2", "B", "C"]);
    expect(isUsable(findLabel(split, three[0].id)!.label)).toBe(false);
    expect(names(archiveLabel(book, three[1].id, true))).toEqual(["A", "C"]);
    expect(archiveLabel(archiveLabel(book, three[1].id, true), three[1].id, false)).toEqual(book);
    expect(resolveLabel(book, "nothing")).toBe("nothing");
  });
});
