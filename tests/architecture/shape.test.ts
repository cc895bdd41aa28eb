import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "@/scripts/paths";
import { filesUnder } from "@/tests/architecture/server-functions";

const folders = ["app", "components", "lib"].filter((name) => existsSync(inRoot(name)));
const files = folders.flatMap(filesUnder);
const read = (file: string) => readFileSync(inRoot(file), "utf8");
const lines = (file: string) => read(file).split("\n").length - 1;

describe("the shape of the source", () => {
  it("has exactly two doors under app/api", () => {
    expect(filesUnder("app/api")).toEqual(["app/api/auth/[...nextauth]/route.ts", "app/api/v1/[[...route]]/route.ts"]);
    expect(files.filter((file) => /(^|\/)route\.tsx?$/.test(file) && !file.startsWith("app/api/"))).toEqual([]);
  });

  it("keeps both doors shorter than 40 lines", () => {
    expect(filesUnder("app/api").filter((file) => lines(file) > 40)).toEqual([]);
  });

  it("begins every file of a server folder with server-only", () => {
    const server = files.filter((file) => /^lib\/[^/]+\/server\//.test(file));
    expect(server.length).toBeGreaterThan(10);
    // Nothing but comments before it.
    const without = server.filter((file) => !/^(\s*\/\/[^\n]*\n|\s*\/\*[\s\S]*?\*\/\s*|\s*\n)*import "server-only";/.test(read(file)));
    expect(without).toEqual([]);
  });

  it("has no file over 400 lines", () => {
    expect(files.filter((file) => lines(file) > 400)).toEqual([]);
  });

  it("has no barrel and no utils", () => {
    expect(files.filter((file) => /(^|\/)(index|utils?|helpers|common|misc|services)\.tsx?$/.test(file))).toEqual([]);
  });

  it("decides nothing in proxy.ts", () => {
    if (existsSync(inRoot("proxy.ts"))) {
      expect(read("proxy.ts")).not.toMatch(/redirect|rewrite|cookies|lib\/platform\/database|\/server\//);
    }
  });

  it("keeps pages free of SQL", () => {
    const pages = files.filter((file) => file.startsWith("app/") || file.startsWith("components/"));
    expect(pages.filter((file) => /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"'`]*\b(FROM|SET|VALUES)\b/.test(read(file)))).toEqual([]);
  });
});
