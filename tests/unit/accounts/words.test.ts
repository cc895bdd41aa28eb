import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLogin, LOGIN } from "@/lib/accounts/login";
import { foldPhrase, isPhrase, phraseOf } from "@/lib/accounts/phrase";
import { offered, pseudonymAt, pseudonymKey, PSEUDONYMS } from "@/lib/accounts/pseudonyms";
import { WORDS } from "@/lib/accounts/words";

describe("return phrases", () => {
  it("come from 2,048 different plain words", () => {
    expect(WORDS).toHaveLength(2048);
    expect(new Set(WORDS).size).toBe(2048);
    expect(WORDS.filter((word) => !/^[a-z]{2,12}$/.test(word))).toEqual([]);
  });

  it("are the same however they are typed", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2047), { minLength: 4, maxLength: 4 }), fc.constantFrom(" ", "-", "  ", ", ", "\n"), (numbers, joint) => {
        const phrase = phraseOf(numbers);
        expect(foldPhrase(` ${phrase.toUpperCase().replaceAll(" ", joint)}. `)).toBe(phrase);
        expect(isPhrase(phrase)).toBe(true);
      }),
    );
    for (const wrong of ["", "one two three", "a b c d e", "x".repeat(61)]) expect(isPhrase(foldPhrase(wrong))).toBe(false);
  });
});

describe("made-up names", () => {
  it("are thousands, all different, and known again", () => {
    const all = new Set(Array.from({ length: PSEUDONYMS }, (_, at) => pseudonymAt(at)));
    expect(all.size).toBe(PSEUDONYMS);
    expect(PSEUDONYMS).toBeGreaterThan(10_000);
    expect(offered(" amber   HERON ")).toBe("Amber Heron");
    for (const foreign of ["Mary Smith", "Amber", "Amber Heron Fox", "", "heron amber"]) expect(offered(foreign)).toBeNull();
    expect(pseudonymKey(" Quiet  OTTER ")).toBe("quiet otter");
  });
});

describe("sign-in names", () => {
  it("are small letters, digits and three signs", () => {
    for (const fine of ["ilka", "a1", "ada.lovelace", "x-y_z"]) expect(LOGIN.test(fine)).toBe(true);
    for (const wrong of ["a", "Ilka", "a b", ".x", "é1", "x".repeat(41), "a@b", "x\n"]) expect([wrong, LOGIN.test(wrong)]).toEqual([wrong, false]);
    expect(foldLogin("  ILKA ")).toBe("ilka");
  });
});
