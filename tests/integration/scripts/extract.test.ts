import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";

const folder = mkdtempSync(path.join(tmpdir(), "slantwise-extract-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = "Skip to content\r\n\r\nFerry 🛶 to stop in winter\r\n\r\nBy Nora Quill – portelmcourier.example\r\n\r\n“Nobody rang us,” said Hanna Rook. The Port Elm Courier asked the board on Friday.\r\n\r\nYou may also like\r\n";

/** Runs the command as npm does, standing in the folder of the file. */
function extract(name: string, content: string | Uint8Array | null) {
  if (content !== null) writeFileSync(path.join(folder, name), content);
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot("scripts/run.mjs"), "extract", name], { cwd: inRoot("."), env: { ...process.env, INIT_CWD: folder }, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run extract", () => {
  it("prints what a text is understood to be", () => {
    const { status, stdout, stderr } = extract("ferry.txt", TEXT);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const said = JSON.parse(stdout);
    expect(Object.keys(said)).toEqual(["title", "byline", "outlet", "publisher", "publishedAt", "language", "url", "text", "blocks", "quotations"]);
    expect(said).toMatchObject({ title: "Ferry 🛶 to stop in winter", byline: "Nora Quill", outlet: "Port Elm Courier", publisher: null, publishedAt: null, url: null, text: TEXT.replaceAll("\r\n", "\n") });
    expect(said.blocks.map(({ kind, reason }: { kind: string; reason: string | null }) => [kind, reason])).toEqual([["chrome", "navigation"], ["headline", "first_line"], ["byline", "byline_line"], ["paragraph", null], ["chrome", "related_articles"]]);
    const words = (range: { start: number; end: number }) => Array.from(said.text as string).slice(range.start, range.end).join("");
    expect(said.blocks.map(words)[1]).toBe("Ferry 🛶 to stop in winter");
    expect(said.quotations.map((one: { start: number; end: number; kind: string; speaker: string }) => [words(one), one.kind, one.speaker])).toEqual([["Nobody rang us,", "direct", "Hanna Rook"]]);
  });

  it("prints every article of a table, and says on the side what it does not take", () => {
    const { status, stdout, stderr } = extract("two.jsonl", `{"text": "Ferry stops\\n\\nThe ferry stops in winter."}\n{"text": "Mill\\n\\nThe mill opens.", "byline": "Ida Lund"}\n{"text": \n`);
    expect(JSON.parse(stdout).map(({ title, byline }: { title: string; byline: string | null }) => [title, byline])).toEqual([["Ferry stops", null], ["Mill", "Ida Lund"]]);
    expect(stderr).toMatch(/^two\.jsonl, line 3: /);
    expect(status).toBe(1);
  });

  it.each([
    ["what is no text", "broken.txt", new Uint8Array([72, 105, 10, 0xff, 0xfe, 0x20, 0x81])],
    ["an empty file", "empty.txt", ""],
    ["a file that is not there", "nothing.txt", null],
  ])("refuses %s in one sentence", (_, name, content) => {
    const { status, stdout, stderr } = extract(name, content);
    expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 1, stdout: "", lines: 1 });
    expect(stderr).toContain(name);
  });
});
