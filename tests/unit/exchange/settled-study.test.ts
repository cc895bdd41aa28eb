import { describe, expect, it } from "vitest";
import { MAX_ARTICLES, readSettledStudy } from "@/lib/exchange/settled-study";

const TEXT = "Pier shut\n\nThe 🦭 town shut the pier. “A disgrace”, Ada Holm said.";
const at = (quote: string, text = TEXT) => {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  return { start, end: start + [...quote].length, quote };
};
const SPAN = { parts: [at("shut the pier")], target: "The town", framing: "critical" };
const line = (change: object = {}) => JSON.stringify({ key: "a", text: TEXT, spans: [SPAN], ...change });
const faults = (...lines: string[]) => {
  const read = readSettledStudy(lines.join("\n"));
  return read.ok ? [] : read.error.map((one) => `${one.line}|${one.field}|${one.message}`);
};

describe("a settled study", () => {
  it("is read line by line, blank ones passed over, with what is not told as null", () => {
    const quoted = { parts: [at("A disgrace"), at("Ada Holm")], target: "the town", framing: "critical", voice: "quoted", speaker: "  Ada   Holm ", directness: "indirect", device: "words", note: "Of the council." };
    const read = readSettledStudy(`${line({ spans: [SPAN, quoted], judgements: [{ target: "Council", value: -2 }, { target: "The town", value: "unclear" }], outlet: "Tern", publisher: "Gull", genre: "news", language: "en", publishedOn: "2024-05-01", url: "https://tern.example/a", event: "The pier" })}\n \r\n${JSON.stringify({ key: "b", title: "Pier open", paragraphs: ["It opened.", "At last."], spans: [], event: "the pier" })}\n`);
    expect(read).toEqual({
      ok: true,
      value: {
        articles: [
          {
            key: "a", title: null, text: TEXT, outlet: "Tern", publisher: "Gull", genre: "news", language: "en", publishedOn: "2024-05-01", url: "https://tern.example/a", event: "The pier", line: 1,
            spans: [{ ...SPAN, voice: null, speaker: null, directness: "direct", device: null, note: "" }, { ...quoted, speaker: "Ada Holm" }], judgements: [{ target: "Council", value: -2 }, { target: "The town", value: "unclear" }],
          },
          { key: "b", title: "Pier open", text: "Pier open\n\nIt opened.\n\nAt last.", outlet: null, publisher: null, genre: null, language: null, publishedOn: null, url: null, event: "the pier", line: 3, spans: [], judgements: [] },
        ],
        targets: ["The town", "Council"], events: ["The pier"], spans: 2, judgements: 2,
      },
    });
  });

  it("names the line and the field of whatever is wrong", () => {
    expect(faults("{", "[]", JSON.stringify({ key: "x" }), line({ key: " ", texts: "" }))).toEqual(["1||The line is not JSON.", "2||The line is no object in braces.", "3|spans|is missing.", "4|key|is empty.", "4|texts|is no field of this format."]);
    expect(faults(line({ spans: [{ ...SPAN, framing: "pos", device: "irony", voice: "theirs", devise: "words" }] }))).toEqual([
      "1|spans[0].framing|must be one of advocacy, neutral, critical.", "1|spans[0].voice|must be one of own, quoted, embedded.", "1|spans[0].device|must be one of words, facts.", "1|spans[0].devise|is no field of this format.",
    ]);
    expect(faults(line({ spans: [{ ...SPAN, target: undefined, parts: [{ start: "0", end: 1.5, quote: 3 }] }] }))).toEqual(["1|spans[0].parts[0].start|must be a whole number.", "1|spans[0].parts[0].end|must be a whole number.", "1|spans[0].parts[0].quote|must be a text.", "1|spans[0].target|is missing."]);
    expect(faults(line({ judgements: [{ target: "Council", value: 3 }] }))).toEqual(["1|judgements[0].value|must be one of -2, -1, 0, 1, 2, unclear, not_addressed."]);
    expect(faults(line({ genre: "gossip", language: "english!", publishedOn: "2024-02-30", url: "tern", outlet: "x".repeat(201) })).map((fault) => fault.split("|")[1])).toEqual(["outlet", "genre", "language", "publishedOn", "url"]);
    expect(faults(line({ spans: [{ ...SPAN, note: "a\u0000b" }] }))).toEqual(["1|spans[0].note|holds a character that cannot be stored (U+0000, or half a character)."]);
  });

  it("holds quotes against the text at their places", () => {
    const parts = (...all: object[]) => faults(line({ spans: [{ ...SPAN, parts: all }] }));
    const place = at("shut the pier");
    expect(parts({ ...place, start: place.start + 1, end: place.end + 1 })).toEqual(["1|spans[0].parts[0].quote|is “shut the pier”, but the text has “hut the pier.” there."]);
    expect(parts({ ...place, end: 500 })).toEqual([`1|spans[0].parts[0].end|is behind the end of the text, which has ${[...TEXT].length} characters.`]);
    expect(parts({ ...place, end: place.start })).toEqual(["1|spans[0].parts[0].end|is not behind the start."]);
    expect(parts({ start: 9, end: 11, quote: "\n\n" })).toEqual(["1|spans[0].parts[0].quote|has no words."]);
    expect(parts(at("Ada Holm"), at("A disgrace"))).toEqual(["1|spans[0].parts[1].start|is not behind the part before it."]);
    expect(parts()).toEqual(["1|spans[0].parts|is empty."]);
  });

  it("says everything once", () => {
    expect(faults(line(), line({ spans: [] }))).toEqual(["2|key|is the key of line 1 already."]);
    expect(faults(line({ spans: [SPAN, { ...SPAN, target: "THE TOWN", note: "again" }] }))).toEqual(["1|spans[1]|says the same of the same words as spans[0]."]);
    expect(faults(line({ judgements: [{ target: "Council", value: 1 }, { target: "council", value: 1 }] }))).toEqual(["1|judgements[1].target|is judged in judgements[0] already."]);
    expect(faults(line({ spans: [{ ...SPAN, voice: "own", speaker: "Ada Holm" }] }))).toEqual(["1|spans[0].speaker|stands only with the voices quoted and embedded."]);
  });

  it("needs a text in its stored form, once", () => {
    expect(faults(line({ text: undefined }))).toEqual(["1|text|is missing: give the text, or a title and paragraphs."]);
    expect(faults(line({ paragraphs: ["It opened."] }))).toEqual(["1|paragraphs|stands beside a text: give one of the two."]);
    expect(faults(line({ text: undefined, paragraphs: ["It opened."], spans: [] }))).toEqual(["1|title|is missing: with paragraphs it is the first line of the text."]);
    expect(faults(line({ text: `\uFEFF${TEXT}` }), line({ key: "b", text: "Pier\r\nshut", spans: [] }), line({ key: "c", text: " \n", spans: [] })).map((fault) => fault.split("|")[1])).toEqual(["text", "text", "text"]);
  });

  it("ends somewhere", () => {
    expect(faults("", " ")).toEqual(["1||There is no article in it."]);
    expect(faults(...Array.from({ length: MAX_ARTICLES + 1 }, (_, i) => JSON.stringify({ key: `k${i}`, text: "Pier", spans: [] })))).toEqual(["1||The limit is 5,000 articles; there are 5,001."]);
    expect(faults(...Array.from({ length: 80 }, () => "{"))).toHaveLength(50);
  });
});
