import { describe, expect, it } from "vitest";
import { isDay, languageTag, webAddress } from "@/lib/articles/provenance";

describe("an address", () => {
  it("is taken when it is http or https", () => {
    expect(webAddress("https://Example.net/a b".replace(" ", "%20"))).toBe("https://example.net/a%20b");
    expect(webAddress(" http://example.net ")).toBe("http://example.net/");
  });
  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.net", "example.net", "//example.net", "https://", "https://a b", "https://user:secret@example.net/", "java\nscript:x", `https://example.net/${"x".repeat(2000)}`])(
    "is refused when it is %j",
    (text) => expect(webAddress(text)).toBeNull(),
  );
});

describe("a day", () => {
  it.each(["2023-06-20", "2024-02-29", "1789-07-14"])("can be %s", (text) => expect(isDay(text)).toBe(true));
  it.each(["2023-02-29", "2023-13-01", "2023-6-20", "20 June 2023", "0000-01-01", "0099-01-01", "2023-06-20T00:00:00Z", ""])("cannot be %j", (text) => expect(isDay(text)).toBe(false));
});

describe("a language", () => {
  it("is written in its usual form", () => expect(languageTag("PT-br")).toBe("pt-BR"));
  it.each(["english language", "x", "", "en_US"])("cannot be %j", (text) => expect(languageTag(text)).toBeNull());
});
