import { expect, it } from "vitest";
import { directionOf } from "@/lib/text/direction";

it("tells the direction from the language, or from the script that the tag names", () => {
  for (const tag of ["ar", "ar-EG", "fa", "FA-IR", "he", "ur-PK", "yi", "ps", "ckb", "ku-Arab", "az-Arab-IR"]) expect([tag, directionOf(tag)]).toEqual([tag, "rtl"]);
  for (const tag of ["en", "ku", "de-AT", "az-Latn", "ar-Latn", "ru"]) expect([tag, directionOf(tag)]).toEqual([tag, "ltr"]);
  expect(directionOf(null)).toBe("auto");
});
