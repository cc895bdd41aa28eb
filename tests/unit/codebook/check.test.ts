import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/codebook/check";
import { checkAgainstPublished } from "@/lib/codebook/check-published";
import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { parseContent } from "@/lib/codebook/schema";
import { makeLabel, makeSet } from "@/tests/factories/labels";

const book = (...sets: LabelSet[]): CodebookContent => ({ ...FRAMING_PRESET, sets });
const places = (content: CodebookContent): string[] => checkContent(content).map((one) => one.path);
const [a, b] = [makeLabel("A"), makeLabel("B")];
const set = (...labels: Label[]): CodebookContent => book(makeSet("Tone", labels));

describe("the content of a codebook as a whole", () => {
  it("is fine as the presets give it", () => {
    expect(checkContent(FRAMING_PRESET)).toEqual([]);
    expect(checkContent(set(a, b))).toEqual([]);
  });

  it.each<[string, CodebookContent, string[]]>([
    ["a framing that is missing", { ...FRAMING_PRESET, framing: FRAMING_PRESET.framing.slice(1) }, ["/framing"]],
    ["framings in another order", { ...FRAMING_PRESET, framing: FRAMING_PRESET.framing.toReversed() }, ["/framing"]],
    ["an id that two labels have", set(a, { ...b, id: a.id }), ["/sets/0/labels/1/id"]],
    ["an id that a set and a label have", book({ ...makeSet("Tone", [a]), id: a.id }), ["/sets/0/labels/0/id"]],
    ["a key twice in a set", set(a, { ...b, key: "a" }), ["/sets/0/labels/1/key"]],
    ["a name twice, spelt otherwise", set({ ...a, name: "Straw man" }, { ...b, name: "STRAW\u00a0MAN" }), ["/sets/0/labels/1/name"]],
    ["two sets of one name", book(makeSet("Tone", []), makeSet("tone", [], { key: "other" })), ["/sets/1/name"]],
    ["a parent of nowhere", set({ ...a, parentId: makeLabel("X").id }), ["/sets/0/labels/0/parentId"]],
    ["parents in a circle", set({ ...a, parentId: b.id }, { ...b, parentId: a.id }), ["/sets/0/labels/0/parentId", "/sets/0/labels/1/parentId"]],
    ["a label merged into itself", set({ ...a, mergedIntoId: a.id }), ["/sets/0/labels/0/mergedIntoId"]],
    ["merges in a circle", set({ ...a, mergedIntoId: b.id }, { ...b, mergedIntoId: a.id }), ["/sets/0/labels/0/mergedIntoId", "/sets/0/labels/1/mergedIntoId"]],
    ["a merge into an archived label", set({ ...a, mergedIntoId: b.id }, { ...b, archived: true }), ["/sets/0/labels/0/mergedIntoId"]],
    ["a split into what is not there", set({ ...a, splitIntoIds: [b.id, makeLabel("X").id] }, b), ["/sets/0/labels/0/splitIntoIds/1"]],
    ["a key of the keyboard that means something", set({ ...a, shortcut: "?" }), ["/sets/0/labels/0/shortcut"]],
    ["a key of the keyboard twice, over two sets", book(makeSet("One", [{ ...a, shortcut: "x" }]), makeSet("Two", [{ ...b, shortcut: "x" }])), ["/sets/1/labels/0/shortcut"]],
    ["a condition on a set that comes later", book(makeSet("One", [a], { showWhen: { setId: makeSet("X", []).id, labelIds: [b.id] } })), ["/sets/0/showWhen/setId"]],
    ["a condition on framing for an article", book(makeSet("One", [a], { level: "article", showWhen: { setId: "framing", labelIds: ["critical"] } })), ["/sets/0/showWhen/setId"]],
    ["a condition on a framing that is none", book(makeSet("One", [a], { showWhen: { setId: "framing", labelIds: [b.id] } })), ["/sets/0/showWhen/labelIds/0"]],
  ])("is refused for %s", (_what, content, expected) => {
    expect(places(content)).toEqual(expected);
  });

  it("lets names and keys of labels out of use be used again", () => {
    expect(places(set({ ...a, archived: true, shortcut: "x" }, { ...b, name: "A", shortcut: "x" }))).toEqual([]);
    const first = makeSet("One", [a]);
    expect(places(book(first, makeSet("Two", [b], { showWhen: { setId: first.id, labelIds: [a.id] } })))).toEqual([]);
  });

  it("keeps every published set and label, and the kind of question of those with marks", () => {
    const published = book(makeSet("Tone", [a, b]), makeSet("Other", []));
    const [tone, other] = published.sets as [LabelSet, LabelSet];
    expect(checkAgainstPublished(book({ ...tone, labels: [a] }), published, new Set()).map((one) => one.path)).toEqual(["/sets/0/labels", "/sets"]);
    const multiple = book({ ...tone, choice: "multiple" }, other);
    expect(checkAgainstPublished(multiple, published, new Set())).toEqual([]);
    expect(checkAgainstPublished(multiple, published, new Set([tone.id])).map((one) => one.path)).toEqual(["/sets/0/choice"]);
  });
});

describe("reading a codebook", () => {
  const refused = (value: unknown): string[] => {
    const read = parseContent(value);
    return read.ok ? [] : read.error.map((one) => one.path);
  };

  it("gives back what it was, without what cannot be seen in names", () => {
    expect(parseContent(set(a))).toMatchObject({ ok: true });
    expect(parseContent({ ...FRAMING_PRESET, name: " Fram\u202eing\u200b " })).toMatchObject({ ok: true, value: { name: "Framing" } });
  });

  const list = (inner: object): object => ({ type: "bulletList", content: [{ type: "listItem", content: [inner] }] });
  let deep: object = { type: "paragraph" };
  for (let n = 0; n < 7; n++) deep = list(deep);
  let bottomless: unknown = [];
  for (let n = 0; n < 50_000; n++) bottomless = [bottomless];
  const doc = (...content: object[]) => ({ type: "doc", content });

  it.each<[string, unknown, string[]]>([
    ["nothing", null, [""]],
    ["what is nested without end", bottomless, [""]],
    ["an unknown key", { ...FRAMING_PRESET, extra: 1 }, [""]],
    ["another format", { ...FRAMING_PRESET, format: 2 }, ["/format"]],
    ["an empty name", { ...FRAMING_PRESET, name: "\u200b " }, ["/name"]],
    ["U+0000", { ...FRAMING_PRESET, name: "a\u0000" }, ["/name"]],
    ["half a character", { ...FRAMING_PRESET, introduction: doc({ type: "paragraph", content: [{ type: "text", text: "\ud800" }] }) }, ["/introduction/content/0/content/0/text"]],
    ["a heading", { ...FRAMING_PRESET, introduction: doc({ type: "heading", content: [] }) }, ["/introduction/content/0/type"]],
    ["lists too deep", { ...FRAMING_PRESET, introduction: doc(deep) }, Array(2).fill(expect.stringMatching(/^\/introduction\/content\/0(\/content\/0){10}/))],
    ["a text that is too long", { ...FRAMING_PRESET, introduction: doc(...Array.from({ length: 3 }, () => ({ type: "paragraph", content: [{ type: "text", text: "x".repeat(9_000) }] }))) }, ["/introduction"]],
    ["a colour of framing", set({ ...a, colour: "blue" as never }), ["/sets/0/labels/0/colour"]],
    ["a capital as shortcut", set({ ...a, shortcut: "X" }), ["/sets/0/labels/0/shortcut"]],
    ["an id that is none", set({ ...a, id: "one" }), ["/sets/0/labels/0/id"]],
    ["301 labels", set(...Array.from({ length: 301 }, (_, n) => makeLabel(`L${n}`))), ["/sets/0/labels"]],
    ["51 sets", book(...Array.from({ length: 51 }, (_, n) => makeSet(`S${n}`, []))), ["/sets"]],
  ])("refuses %s and says where", (_what, value, expected) => {
    expect(refused(value)).toEqual(expected);
  });
});
