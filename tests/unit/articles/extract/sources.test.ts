import { describe, expect, it } from "vitest";
import { isDateLine, readDay } from "@/lib/articles/extract/dates";
import { understand } from "@/lib/articles/extract/understand";

const BODY = "The harbour board of Port Elm met again on Monday, and the ferry stays where it is until the spring, its chair told the town.";
function read(text: string, known: string[] = []) {
  const result = understand({ kind: "text", text }, { outlets: known.map((name) => ({ name, aliases: [], domains: [] })) });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const endingWith = (last: string) => read(`Ferry stays in port\n\n${BODY}\n\n${BODY}\n\n${last}`);
const beginningWith = (dateline: string, known: string[] = []) => read(`Ferry stays in port\n\n${dateline} ${BODY}\n\n${BODY}`, known);

describe("who first published an article", () => {
  it.each([
    "The claim first appeared in The Quay Times on Sunday.",
    "His speech was first published in The Quay Times.",
    "The report originally appeared in The Quay Times on Sunday.",
    "Nobody listened. It first appeared in The Quay Times.",
    "A film of it was first posted on quaytimes.example on Sunday.",
  ])("is not who first said something else: %s", (last) => {
    const { outlet, byline, text, blocks } = endingWith(last);
    expect({ outlet, byline }).toEqual({ outlet: null, byline: null });
    expect(text.endsWith(last) && blocks.at(-1)?.kind).toBe("paragraph");
  });

  it.each([
    ["This article first appeared in The Quay Times on Sunday.", "The Quay Times"],
    ["Ada Quill is a reporter. This story was originally published by The Quay Times.", "The Quay Times"],
    ["It was first published in The Quay Times on 2 March 2024.", "The Quay Times"],
    ["Originally published in The Quay Times.", "The Quay Times"],
    ["A longer version of this essay was first published on quaytimes.example.", "quaytimes.example"],
    ["Republished with permission from The Quay Times.", "The Quay Times"],
    ["Der Beitrag erschien zuerst in der Hafenpost.", "Hafenpost"],
    ["Cet article a été publié initialement par Le Quai.", "Le Quai"],
  ])("is who the article says it was: %s", (last, outlet) => expect(endingWith(last).outlet?.value).toBe(outlet));

  it.each(["Mayor Smith (Labour) -", "Mayor Smith (Independent) -", "LONDON (2 March) -", "PORT ELM (Westland) –", "Port Elm (Pier 4) –"])("is nobody in brackets behind a name or a place: %s", (dateline) => {
    expect(beginningWith(dateline).outlet).toBeNull();
  });

  it.each([["PORT ELM (Coastwire) —", "Coastwire"], ["Port Elm (dpa) –", "dpa"], ["PORT ELM, Westland (Xinhua) —", "Xinhua"]])("is the agency of a dateline: %s", (dateline, agency) => {
    expect(beginningWith(dateline).outlet).toMatchObject({ value: agency, from: "dateline" });
  });

  it("is an outlet of a dateline that the project knows", () => expect(beginningWith("Port Elm (Elmwacht) –", ["Elmwacht"]).outlet?.value).toBe("Elmwacht"));
});

describe("a year of two digits", () => {
  it.each(["10-11-12", "12.03.24", "Published 1/2/03"])("is unknown: %s", (words) => {
    for (const language of ["en", "de", null]) expect(readDay(words, language)).toBeNull();
  });

  it("still makes a line that says nothing but a date", () => {
    expect(isDateLine("Stand: 12.03.24, 14:05 Uhr", "de")).toBe(true);
    expect(isDateLine("12.03.24 was a cold day", "en")).toBe(false);
  });
});
