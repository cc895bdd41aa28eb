import { describe, expect, it } from "vitest";
import { understand } from "@/lib/articles/extract/understand";

const BODY = "The ferry between Port Elm and Brinmoor stops on the first of November, the harbour board said on Friday, after months of talks about the price of fuel and the age of the ship.";
const read = (...lines: string[]) => {
  const result = understand({ kind: "text", text: lines.join("\n\n") }, {});
  if (!result.ok) throw new Error(result.error.message);
  const chars = Array.from(result.value.text);
  return { ...result.value, lines: result.value.blocks.map(({ kind, start, end, reason }) => [kind, reason, chars.slice(start, end).join("")]) };
};
const kinds = (...lines: string[]) => read(...lines).lines.map(([kind, reason]) => [kind, reason]);

describe("a plain text", () => {
  it("has its headline below the masthead", () => {
    expect(kinds("The Tern | News | Sport | Tides", "Ferry stops for the winter", BODY)).toEqual([["chrome", "navigation"], ["headline", "first_line"], ["paragraph", null]]);
  });
  it("goes on behind a box of links when more of the article follows", () => {
    const long = `${BODY} ${BODY}`;
    expect(kinds("Ferry stops", BODY, "Read also", "Clock on the town hall runs again", long, long)).toEqual([["headline", "first_line"], ["paragraph", null], ["chrome", "related_articles"], ["chrome", "related_articles"], ["paragraph", null], ["paragraph", null]]);
  });
  it("keeps sentences that begin like labels", () => {
    expect(kinds("Ferry stops", BODY, "By the time the ship came, nobody was left on the quay.", "More on deck than below, the passengers waved.", "Comment was free, and there was much of it.", BODY).slice(1).map(([kind]) => kind)).toEqual(Array(5).fill("paragraph"));
  });
  it.each([
    ["By Nora Quill – portelmcourier.example", "Nora Quill", "portelmcourier.example"],
    ["By Nora Quill and Tom Marsh, Coastwire", "Nora Quill, Tom Marsh", "Coastwire"],
    ["Von Anna Berg, Grauensiel", "Anna Berg", null],
    ["By Nora Quill in Port Elm | 3 March 2025", "Nora Quill", null],
  ])("tells who wrote and for whom: %s", (line, byline, outlet) => {
    const text = read("Ferry stops for the winter", line, BODY);
    expect([text.byline?.value ?? null, text.outlet?.value ?? null]).toEqual([byline, outlet]);
    expect(text.publisher).toBeNull();
  });
  it.each([
    ["PORT ELM (Coastwire) — " + BODY, "Coastwire", "dateline"],
    [BODY + "\n\nThis article was originally published by the Saltmere Ledger on 3 March 2025.", "Saltmere Ledger", "source_line"],
    [BODY + "\n\nSource: Coastwire", "Coastwire", "source_line"],
    [BODY + "\n\nThe Northern Harbour Institute (NHI) recommends that the ship be kept.", "Northern Harbour Institute", "words"],
    [BODY + "\n\nThe Northern Harbour Council (NHC) calls on the board to keep the ship.", undefined, undefined],
    [BODY, undefined, undefined],
  ])("names an outlet only where words say so: %s", (text, outlet, from) => {
    const { outlet: found } = read("Ferry stops for the winter", text);
    expect([found?.value, found?.from]).toEqual([outlet, from]);
  });
  it("says when two things name different outlets", () => {
    expect(read("Ferry stops", "PORT ELM (Coastwire) — " + BODY, "Source: Saltmere Ledger").looks).toContain("outlet_two_ways");
  });
  it("takes an outlet's name from what the project knows", () => {
    const result = understand({ kind: "text", text: `Ferry stops\n\n${BODY}\n\nBy Nora Quill – pec.example` }, { outlets: [{ name: "The Port Elm Courier", aliases: ["PEC"], domains: ["pec.example"] }] });
    expect(result.ok && result.value.outlet?.value).toBe("The Port Elm Courier");
  });
  it.each([
    ["05/06/2026", "2026-06-05", ["2026-05-06"]],
    ["13/06/2026", "2026-06-13", []],
    ["06/13/2026", "2026-06-13", []],
    ["5.6.2026", "2026-06-05", []],
    ["Monday, June 5th, 2026", "2026-06-05", []],
    ["5. Juni 2026, 17:30 Uhr", "2026-06-05", []],
    ["٥ يونيو ٢٠٢٦", "2026-06-05", []],
  ])("reads a date as it is written: %s", (line, value, others) => {
    const text = read("Ferry stops for the winter", line, BODY);
    expect([text.publishedOn?.value, text.publishedOn?.others, text.lines[1]?.slice(0, 2)]).toEqual([value, others, ["chrome", "date_line"]]);
    expect(text.looks.includes("date_two_ways")).toBe(others.length > 0);
  });
});
