import { describe, expect, it } from "vitest";
import { isCommonPassword } from "@/lib/accounts/common-passwords";
import { passwordFault } from "@/lib/accounts/password";

describe("a passphrase", () => {
  it("has 8 to 256 characters of any kind, counted as people count them", () => {
    expect(passwordFault("kelp7ox")).toMatch(/at least 8/);
    for (const fine of ["kelp7oxq", "                x", "ключ от сарая", "🦦🦊🐢🦉🐝🌊🔑🎈", "x9".concat("marble otter ".repeat(18)), "Tr0ub4dor&3", "correct horse battery"]) expect([fine, passwordFault(fine)]).toEqual([fine, null]);
    expect(passwordFault("marble otter cabin ".repeat(14))).toMatch(/at most 256/);
  });

  it("does not hold the sign-in name, the address or the program's name", () => {
    expect(passwordFault("my ILKA words", { login: "ilka" })).toMatch(/sign-in name/);
    expect(passwordFault("adalovelace is me", { login: "x", email: "AdaLovelace@example.org" })).toMatch(/sign-in name/);
    expect(passwordFault("I like Slantwise a lot")).toMatch(/this program/);
    expect(passwordFault("boat and ox", { login: "ox" })).toBeNull();
  });

  it.each(["password", "Password1", "P@ssw0rd!", "passwordpassword", "12345678", "1234567890", "87654321", "qwertyui", "qwertyuiop", "1q2w3e4r", "1qaz2wsx", "asdfghjkl", "abcdefgh", "iloveyou", "ILoveYou2", "sunshine1", "football", "letmein123", "aaaaaaaa", "abcabcabc", "12121212", "trustno1", "welcome2024", "monkey123", "princess!", "dragon12", "superman", "19900131", "31.01.1990", "1990-01-31", "qwer1234", "1234abcd", "michael1", "liverpool", "zaq12wsx", "123qweasdzxc", "..password"])("%s is among the first that anybody tries", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(["marble otter cabin thistle", "Qx7-plankton", "passionate plum", "mondays are for tea", "19900131 harbour", "grandfather clock", "kestrel9vault"])("%s is not", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
