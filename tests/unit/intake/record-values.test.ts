import { expect, it } from "vitest";
import { evidenceOf, standing } from "@/components/intake/record-values";
import type { ImportRecord } from "@/components/intake/import-types";

const proposals: ImportRecord["proposals"] = {
  title: "Ferry", byline: null, outlet: { value: "The Daily Tern", from: "byline", quote: "By Odd Writer, The Daily Tern" }, publisher: null,
  publishedOn: { value: "2024-06-05", others: ["2024-05-06"], from: "words", quote: "05/06" }, language: null, url: null, genre: null, looks: ["date_two_ways"],
};

it("shows what was understood, and leaves unknown what is not known or can be read in two ways", () => {
  expect(standing({ proposals, corrections: {} })).toEqual({ title: "Ferry", byline: null, outletName: "The Daily Tern", publisherName: null, publishedOn: null, language: null, genre: null, url: null });
});

it("puts a person's word before it, also that a thing is unknown", () => {
  const corrections = { fields: { outletName: null, publishedOn: "2024-05-06" } };
  expect(standing({ proposals, corrections })).toMatchObject({ outletName: null, publishedOn: "2024-05-06", title: "Ferry" });
  expect(evidenceOf({ proposals, corrections }, "outletName")).toBe("hand");
});

it("says from where each value was read", () => {
  expect(evidenceOf({ proposals, corrections: {} }, "outletName")).toEqual({ from: "byline", quote: "By Odd Writer, The Daily Tern" });
  expect(evidenceOf({ proposals, corrections: {} }, "publisherName")).toBeNull();
  expect(evidenceOf({ proposals, corrections: {} }, "title")).toBeNull();
});
