import fc from "fast-check";
import { expect, it } from "vitest";
import { CODE_ALPHABET, codeOf, foldCode, spaced } from "@/lib/projects/codes";

it("writes codes with 32 characters that are not taken for one another", () => {
  expect(new Set(CODE_ALPHABET).size).toBe(32);
  expect(CODE_ALPHABET).not.toMatch(/[O0I1]/);
});

it("knows a code however it is typed, and leaves invitation tokens alone", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(31), { minLength: 10, maxLength: 10 }), fc.constantFrom("", " ", "-"), (numbers, joint) => {
      const code = codeOf(numbers);
      expect(foldCode(` ${[code.slice(0, 5), code.slice(5)].join(joint).toLowerCase()} `)).toBe(code);
      expect(foldCode(spaced(code))).toBe(code);
    }),
  );
  const token = "aB-_".repeat(10) + "xyz";
  expect(foldCode(` ${token} `)).toBe(token);
});
