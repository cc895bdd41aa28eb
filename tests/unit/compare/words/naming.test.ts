import { expect, test } from "vitest";
import { nameKey } from "@/lib/articles/name-key";
import { distinctTargetNames, NameCounter, type NamingTally, type TargetName } from "@/lib/compare/words/naming";

const name = (targetId: string, spelling: string, ambiguous = false): TargetName => ({ targetId, name: spelling, ambiguous });
const tally = (groupId: string, words: number): NamingTally => ({ groupId, words, works: 1, counts: new Map() });

test("each outlet's names of a target are counted whatever their case, the longest at a place, ambiguous ones apart", () => {
  const counter = new NameCounter([name("board", "Harbour Board"), name("board", "HB"), name("board", "the board", true), name("mayor", "Tolk")]);
  const [tern, quay] = [tally("tern", 20), tally("quay", 10)];
  counter.add(tern, "The HARBOUR BOARD met. Harbour board members; the board left. HB did not.");
  counter.add(quay, "HB, hb and the Board. Tolk’s word.");
  expect(counter.read([tern, quay])).toEqual([
    {
      targetId: "board",
      groups: [
        { groupId: "tern", total: 3, names: [{ name: "HB", ambiguous: false, n: 1, perThousand: 50, share: 1 / 3 }, { name: "Harbour Board", ambiguous: false, n: 2, perThousand: 100, share: 2 / 3 }, { name: "the board", ambiguous: true, n: 1, perThousand: 50, share: null }] },
        { groupId: "quay", total: 2, names: [{ name: "HB", ambiguous: false, n: 2, perThousand: 200, share: 1 }, { name: "Harbour Board", ambiguous: false, n: 0, perThousand: 0, share: 0 }, { name: "the board", ambiguous: true, n: 1, perThousand: 100, share: null }] },
      ],
    },
    { targetId: "mayor", groups: [{ groupId: "tern", total: 0, names: [{ name: "Tolk", ambiguous: false, n: 0, perThousand: 0, share: null }] }, { groupId: "quay", total: 1, names: [{ name: "Tolk", ambiguous: false, n: 1, perThousand: 100, share: 1 }] }] },
  ]);
});

test("what nobody names is left out, and an outlet without words has no share", () => {
  const counter = new NameCounter([name("a", "Alder"), name("b", "Birch")]);
  const empty = tally("tern", 0);
  expect(counter.read([empty])).toEqual([]);
});

test("a name that two targets have is ambiguous, and the same spelling of one target stands once", () => {
  expect(distinctTargetNames([name("a", "The Front"), name("a", "the  front"), name("b", "THE FRONT"), name("b", "Birch"), name("b", "")], nameKey)).toEqual([{ targetId: "a", name: "The Front", ambiguous: true }, name("b", "Birch")]);
});
