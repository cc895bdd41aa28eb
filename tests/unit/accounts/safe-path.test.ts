import fc from "fast-check";
import { expect, it } from "vitest";
import { safePath } from "@/lib/accounts/safe-path";
import { remarkOf } from "@/lib/accounts/remarks";

const HERE = "http://127.0.0.1:4320";

it.each(["//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example", "http://127.0.0.1:4320@evil.example/", "http://127.0.0.1:4320.evil.example", "javascript:alert(1)", "data:text/html,x", "/\t/evil", "/\n/evil", " //evil", "/x\u0000", "//", "///evil", "x", "", "/..//evil.example", "/./\\evil", "/api/auth/signout", "/%2e%2e//evil.example"])("%j leads to the start page", (wanted) => {
  expect(safePath(wanted, HERE)).toBe("/");
});

it("keeps paths of this site with their query and fragment", () => {
  for (const fine of ["/", "/p/x", "/p/x?a=b#c", "/%2f%2fevil", "/p//x"]) expect(safePath(fine, HERE)).toBe(fine);
  expect(safePath(`${HERE}/p/x?y`, HERE)).toBe("/p/x?y");
  expect(safePath(null)).toBe("/");
});

it("never leads a browser to another origin, whatever it is given", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("/", "\\", ":", ".", "@", "http", "evil", "%", "2f", "\t", "?", "#"), maxLength: 10 })), (wanted) => {
      expect(new URL(safePath(wanted, HERE), HERE).origin).toBe(HERE);
    }),
    { numRuns: 1000 },
  );
});

it("has a remark for every refusal, and none where nothing is wrong", () => {
  expect([null, "", "SessionRequired"].map(remarkOf)).toEqual([null, null, null]);
  expect(["AccessDenied", "Verification", "Configuration", "OAuthCallback", "<script>", "toString"].map(remarkOf)).toEqual(["denied", "usedLink", "broken", "other", "other", "other"]);
});
