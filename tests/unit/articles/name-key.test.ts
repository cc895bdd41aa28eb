import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctNames, nameKey } from "@/lib/articles/name-key";

describe("the key of a name", () => {
  it.each([
    ["The Daily Tern", "the daily tern"],
    ["People’s Mojahedin", "People's Mojahedin"],
    ["Peopleʼs Mojahedin", "People`s Mojahedin"],
    ["Mujahedin‑e Khalq", "Mujahedin-e Khalq"],
    ["Euro–Gulf", "Euro-Gulf"],
    ["Euro\u00adGulf", "EuroGulf"],
    ["Euro\u2212Gulf", "Euro-Gulf"],
    ["Sana´a", "Sana'a"],
    ["New\u00a0York", "New York"],
    ["New\u202fYork", "new  york"],
    ["  Quay\tStandard ", "Quay Standard"],
    ["Stra\u00dfe", "STRASSE"],
    ["Cafe\u0301", "Caf\u00e9"],
    ["Ｔｅｒｎ", "Tern"],
    ["Te\u200brn", "Tern"],
  ])("takes %j and %j for the same name", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ["Tern", "Turn"],
    ["Le Figaro", "Le Figàro"],
    ["Daily Tern", "DailyTern"],
  ])("keeps %j and %j apart", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it("is its own key, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
  });

  it("keeps the first spelling of each name and drops empty ones", () => {
    expect(distinctNames(["MEE", "mee", " ", "M-E-E"], ["x"])).toEqual([
      { name: "MEE", key: "mee" },
      { name: "M-E-E", key: "m-e-e" },
    ]);
  });
});
