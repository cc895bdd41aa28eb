import { expect, it } from "vitest";
import { storable, storableIn } from "@/lib/text/storable";

it("puts U+FFFD for what no database stores and leaves the rest as it is", () => {
  expect(storable("a\u0000b\ud800c\udc00d😀\udc00\ud83d")).toBe("a\ufffdb\ufffdc\ufffdd😀\ufffd\ufffd");
  expect(storable("é\u200d\u0001😀")).toBe("é\u200d\u0001😀");
});

it("reaches every text and key of a value", () => {
  const bytes = new Uint8Array([0]);
  expect(storableIn({ "a\u0000": ["x\ud800", null, 3, { b: "\udfff" }], bytes })).toEqual({ "a\ufffd": ["x\ufffd", null, 3, { b: "\ufffd" }], bytes });
});
