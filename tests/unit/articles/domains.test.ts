import { describe, expect, it } from "vitest";
import { distinctDomains, domainNamed, domainsAbove, readDomain } from "@/lib/articles/domains";

describe("the domain of a name or address", () => {
  it.each([
    ["Example.ORG", "example.org"],
    ["https://www.example.org:8080/a?b#c", "example.org"],
    ["news.example.co.uk.", "news.example.co.uk"],
    ["www2.tern.example", "tern.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["tern.github.io", "tern.github.io"],
    ["www.com", "www.com"],
  ])("of %j is %j", (text, domain) => {
    expect(readDomain(text)).toBe(domain);
  });

  it.each(["", "tern", "The Tern", "127.0.0.1", "[::1]", "co.uk", "a@example.org", "ftp://example.org", "ex ample.org", "example..org", `${"a".repeat(64)}.org`])("of %j is none", (text) => {
    expect(readDomain(text)).toBeNull();
  });

  it("is not looked for in a whole address or a name with a space", () => {
    expect(domainNamed("Example.org")).toBe("example.org");
    expect(domainNamed("https://example.org/a")).toBeNull();
    expect(domainNamed("example.org news")).toBeNull();
  });

  it("leads up to what is registered", () => {
    expect(domainsAbove("a.news.example.co.uk")).toEqual(["a.news.example.co.uk", "news.example.co.uk", "example.co.uk"]);
    expect(domainsAbove("example.org")).toEqual(["example.org"]);
  });

  it("is kept once, and one that is none is named by its place", () => {
    expect(distinctDomains(["Example.org", "www.example.org", "b.example"])).toEqual({ domains: ["example.org", "b.example"] });
    expect(distinctDomains(["a.example", "nowhere"])).toEqual({ wrong: 1 });
  });
});
