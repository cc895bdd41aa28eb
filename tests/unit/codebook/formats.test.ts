import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/codebook/check";
import type { CodebookContent } from "@/lib/codebook/content";
import { describe as describeLabel, readDescription } from "@/lib/codebook/formats/descriptions";
import { readJson, writeJson } from "@/lib/codebook/formats/json";
import { contentOfQdc } from "@/lib/codebook/formats/qdc-content";
import { readQdc } from "@/lib/codebook/formats/qdc-read";
import { writeQdc } from "@/lib/codebook/formats/qdc-write";
import { takeOver } from "@/lib/codebook/formats/take-over";
import { applyPreset, PRESET_IDS } from "@/lib/codebook/presets/apply";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import { plainText, richText } from "@/lib/codebook/rich-text";
import { parseContent } from "@/lib/codebook/schema";
import { newId } from "@/lib/kernel/id";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { apply, BOOK, edits } from "./arbitraries";

const NS = 'xmlns="urn:QDA-XML:codebook:1.0"';
const file = (inside: string, head = ""): string => `<?xml version="1.0" encoding="utf-8"?>${head}<CodeBook ${NS} origin="Test">${inside}</CodeBook>`;
const code = (name: string, inside = "", more = ""): string => `<Code guid="${newId()}" name="${name}" isCodable="true"${more}>${inside}</Code>`;
const full = PRESET_IDS.reduce<CodebookContent>((content, preset) => applyPreset(content, preset, newId).content, FRAMING_PRESET);

describe("our own file", () => {
  it("gives back every codebook as it was", () => {
    fc.assert(
      fc.property(edits, (all) => {
        const content = apply(BOOK, all);
        expect(readJson(writeJson({ number: 3, content }))).toEqual({ ok: true, value: content });
      }),
    );
    expect(readJson(writeJson({ number: 1, content: full }))).toEqual({ ok: true, value: full });
  });

  it.each([["nothing", ""], ["another file", "[1, 2]"], ["a file cut off", writeJson({ number: 1, content: BOOK }).slice(0, 500)], ["a newer one", '{"kind":"slantwise-codebook","format":2}'], ["what has no bottom", `{"kind":"slantwise-codebook","format":1,"content":${"[".repeat(50_000)}${"]".repeat(50_000)}}`]])("is refused when it is %s", (_what, text) => {
    expect(readJson(text).ok).toBe(false);
  });

  it("names the place of what is wrong", () => {
    const text = writeJson({ number: 1, content: BOOK }).replace('"green"', '"blue"');
    expect(readJson(text)).toMatchObject({ ok: false, error: [{ path: "/sets/0/labels/0/colour" }] });
  });
});

describe("taking over a file", () => {
  it("into a fresh codebook changes nothing of it, and twice is once", () => {
    expect(takeOver(FRAMING_PRESET, full, new Set(), newId)).toEqual({ content: full, report: [] });
    expect(takeOver(full, full, new Set(), newId)).toEqual({ content: full, report: [] });
  });

  it("loses nothing of the draft, and makes new what is taken", () => {
    const draft: CodebookContent = { ...BOOK, sets: [makeSet("Tone", [makeLabel("Irony", { shortcut: "x" }), makeLabel("Scorn")])] };
    const [irony] = draft.sets[0]!.labels;
    const foreign = makeSet("Tone", [{ ...makeLabel("Fear", { shortcut: "x" }), id: irony!.id }, makeLabel("Fright", { mergedIntoId: irony!.id, examples: [{ text: "x", note: "", spanId: newId() }] })]);
    const { content, report } = takeOver(draft, { ...BOOK, sets: [foreign] }, new Set(), newId);
    expect(content.sets.map((set) => [set.name, set.key, set.labels.length])).toEqual([["Tone", "tone", 2], ["Tone (2)", "tone-2", 2]]);
    expect(content.sets[0]).toEqual(draft.sets[0]);
    const [fear, fright] = content.sets[1]!.labels;
    expect([fear!.id === irony!.id, fear!.shortcut, fright!.mergedIntoId === fear!.id, fright!.examples[0]!.spanId]).toEqual([false, null, true, null]);
    expect(checkContent(content)).toEqual([]);
    expect(report.join("\n")).toMatch(/new id[\s\S]*Tone \(2\)[\s\S]*X is taken[\s\S]*stays as it is[\s\S]*span/u);
  });

  it("keeps the labels of a set that the file does not have", () => {
    const [tone, ...others] = BOOK.sets;
    const { content, report } = takeOver(BOOK, { ...BOOK, sets: [{ ...tone!, labels: tone!.labels.slice(1) }, ...others] }, new Set(), newId);
    expect(content.sets[0]!.labels.map((label) => label.id).toSorted()).toEqual(tone!.labels.map((label) => label.id).toSorted());
    expect(report).toEqual(["“Tone” keeps what the file does not have: Irony."]);
  });
});

describe("a REFI-QDA codebook", () => {
  it("comes back with names, places, ids, colours and every word of its labels", () => {
    const read = readQdc(writeQdc(full));
    if (!read.ok) throw new Error(read.error);
    const { content, report } = contentOfQdc(full, read.value, newId);
    expect(report).toEqual([]);
    expect(content).toEqual(full);
    const abroad = contentOfQdc(FRAMING_PRESET, read.value, newId).content;
    const shape = (one: CodebookContent) => one.sets.map((set) => [set.id, set.name, plainText(set.description), set.labels.map((label) => [label.id, label.name, label.parentId, label.colour, describeLabel(label)])]);
    expect(shape(abroad)).toEqual(shape(full));
    expect(parseContent(takeOver(FRAMING_PRESET, abroad, new Set(), newId).content).ok).toBe(true);
  });

  it("keeps bold words, links and spans of examples where the words are still the same", () => {
    const bold = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Bold.", marks: [{ type: "bold" as const }] }] }] };
    const draft: CodebookContent = { ...BOOK, sets: [makeSet("S", [makeLabel("A", { definition: bold, examples: [{ text: "x", note: "", spanId: newId() }] })])] };
    const read = readQdc(writeQdc(draft));
    expect(read.ok && contentOfQdc(draft, read.value, newId).content).toEqual({ ...draft, sets: [{ ...draft.sets[0]!, choice: "single" }] });
  });

  it("leaves out what is out of use and moves up what stands below it", () => {
    const top = makeLabel("Old", { archived: true });
    const text = writeQdc({ ...BOOK, sets: [makeSet("S", [top, makeLabel("New", { parentId: top.id })]), makeSet("Gone", ["A"], { archived: true })] });
    const read = readQdc(text);
    expect(read.ok && read.value.codes.map((one) => [one.name, one.parent])).toEqual([["Advocacy", null], ["Neutral", null], ["Critical", null], ["New", null]]);
    expect(read.ok && read.value.sets.map((set) => set.name)).toEqual(["Framing", "S"]);
  });

  it("holds any words, and what XML cannot hold as a sign of it", () => {
    const name = `A & <b> "c" 'd' ]]> 😀 é`;
    const read = readQdc(writeQdc({ ...BOOK, sets: [makeSet("S", [makeLabel("x", { key: "x", name, definition: richText(`${name}\n\u0001 end`) })])] }));
    expect(read.ok && read.value.codes.at(-1)).toMatchObject({ name, description: `${name}\n\ufffd end` });
  });

  it("of another program is read with its groups, colours and what was left out", () => {
    const [one, two] = [newId(), newId()];
    const text = `\ufeff${file(`<Codes><Code guid="{${one.toUpperCase()}}" name="Themes" isCodable="false" color="#1F88B0"><Description>About &amp; around</Description><NoteRef targetGUID="x"/><Code guid="${two}" name="Money"/></Code>${code("Money")}${code("Money")}</Codes><Sets><Set guid="${newId()}" name="Group"><MemberCode guid="${one}"/><MemberCode guid="${newId()}"/></Set><Set guid="${newId()}" name="Empty"/></Sets><Links xmlns="urn:else"><Deep/></Links>`)}`;
    const read = readQdc(text);
    if (!read.ok) throw new Error(read.error);
    const { content, report } = contentOfQdc(BOOK, read.value, newId);
    expect(content.sets.map((set) => [set.name, set.labels.map((label) => [label.name, label.colour, label.parentId])])).toEqual([["Group", [["Themes", "sky", null], ["Money", "grey", one]]], ["Codes", [["Money", "grey", null], ["Money (2)", "grey", null]]]]);
    expect(plainText(content.sets[0]!.labels[0]!.definition)).toBe("About & around");
    expect(report).toEqual([expect.stringContaining("“Themes” groups others"), "Line 1: <NoteRef> was left out.", "Line 1: <Links> was left out.", expect.stringContaining("which the file does not have"), "The set “Empty” has no codes and was left out.", expect.stringContaining("stands twice in “Codes”")]);
    expect(checkContent(takeOver(BOOK, content, new Set(), newId).content)).toEqual([]);
  });

  const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
  it.each([
    ["nothing", "", /Line 1/u],
    ["no XML", "Codes", /Line 1/u],
    ["cut off", file("<Codes>").replace("</Codes></CodeBook>", "").replace("</CodeBook>", ""), /Line 1/u],
    ["of another namespace", file("").replace("codebook:1.0", "project:1.0"), /no REFI-QDA codebook/u],
    ["of no namespace", file("").replace(NS, ""), /without a namespace/u],
    ["one with a DOCTYPE", file("<Codes/>", "<!DOCTYPE CodeBook>"), /DOCTYPE/u],
    ["one that points outside", file("<Codes/>", '<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd">'), /DOCTYPE/u],
    ["one full of entities", file(`<Codes>${code("&b;")}</Codes>`, laughs), /DOCTYPE/u],
    ["one with an unknown entity", file(`<Codes>${code("&b;")}</Codes>`), /Line 1/u],
    ["one that is too deep", file(`<Codes>${"x".repeat(40).split("x").slice(1).map((_, n) => `<Code guid="${newId()}" name="c${n}">`).join("")}${"</Code>".repeat(40)}</Codes>`), /levels deep/u],
    ["one with a code without a name", file(`<Codes><Code guid="${newId()}"/></Codes>`), /has no name/u],
    ["one with a guid that is none", file('<Codes><Code guid="7" name="x"/></Codes>'), /“7” is no guid/u],
    ["one with a guid twice", file(`<Codes>${code("a").replace(/guid="[^"]*"/u, 'guid="0d62985d-b147-4d01-a9b5-cae5dcd98342"').repeat(2)}</Codes>`), /stands twice/u],
    ["one with a character that is none", file(`<Codes>${code("&#0;")}</Codes>`), /Line 1/u],
  ])("is refused when it is %s", (_what, text, why) => {
    const read = readQdc(text);
    expect(read.ok ? "read" : read.error).toMatch(why);
  });
});

describe("a description", () => {
  it("gives back every part that was written into it", () => {
    const words = fc.array(fc.constantFrom("one", "two", "Why", "Example", "–"), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
    const text = fc.record({ definition: fc.oneof(words, fc.constant("")).map(richText), use: words.map(richText), avoid: fc.oneof(words, fc.constant("")).map(richText), examples: fc.array(fc.record({ text: words, note: fc.oneof(words, fc.constant("")), spanId: fc.constant(null) }), { maxLength: 3 }), counterExamples: fc.array(fc.record({ text: words, note: words, spanId: fc.constant(null) }), { maxLength: 2 }) });
    fc.assert(fc.property(text, (label) => void expect(readDescription(describeLabel(label))).toEqual(label)));
  });

  it("of another program is the definition, whatever it says", () => {
    expect(readDescription("First line.\r\n\r\nSecond.")).toMatchObject({ definition: richText("First line.\n\nSecond."), examples: [] });
  });
});
