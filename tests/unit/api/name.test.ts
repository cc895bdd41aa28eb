import { describe, expect, it } from "vitest";
import { name } from "@/lib/api/schemas";

const accepts = (text: string) => name(20).safeParse(text);

describe("a name in the API", () => {
  it("keeps the joiners of Persian words and joined emoji", () => {
    expect(accepts("می\u200cخواهم").data).toBe("می\u200cخواهم");
    expect(accepts("👩\u200d🚒").data).toBe("👩\u200d🚒");
  });

  it("drops what would turn or hide other text", () => {
    expect(accepts(" A\u202eB\u200bC\u0007 ").data).toBe("ABC");
  });

  it("refuses what shows nothing, and what is too long", () => {
    for (const text of ["", "  ", "\u200c", "\u202e", "x".repeat(21)]) expect(accepts(text).success).toBe(false);
  });
});
