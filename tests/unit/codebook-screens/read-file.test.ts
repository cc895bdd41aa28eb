import { describe, expect, it } from "vitest";
import { readFile } from "@/components/codebook/edit/read-file";

const file = (name: string, text: string) => new File([text], name);

describe("reading a codebook file", () => {
  it("goes by the name, and by the text where the name says nothing", async () => {
    expect(await readFile(file("a.qdc", "<CodeBook/>"))).toMatchObject({ ok: true, format: "qdc" });
    expect(await readFile(file("a.JSON", "<not json>"))).toMatchObject({ ok: true, format: "json" });
    expect(await readFile(file("codebook", "\ufeff <CodeBook/>"))).toMatchObject({ ok: true, format: "qdc" });
    expect(await readFile(file("codebook", "{}"))).toMatchObject({ ok: true, format: "json", text: "{}" });
  });

  it("refuses what is empty, too large or no text, in words", async () => {
    expect(await readFile(file("a.json", " \n"))).toEqual({ ok: false, name: "a.json", why: "empty" });
    expect(await readFile(new File([new Uint8Array([0x7b, 0xe9, 0x7d])], "a.json"))).toEqual({ ok: false, name: "a.json", why: "notUtf8" });
    expect(await readFile({ name: "a.json", size: 9_000_000, arrayBuffer: () => Promise.reject(new Error("never read")) })).toMatchObject({ ok: false, why: "tooLong", bytes: 9_000_000 });
  });
});
