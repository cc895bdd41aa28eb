import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { ROOT } from "@/scripts/paths";

const eslint = new ESLint({ cwd: ROOT });

async function complaints(filePath: string, source: string): Promise<string> {
  const [result] = await eslint.lintText(`${source}\n`, { filePath });
  return (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ message }) => message).join("\n");
}

const PLANTED: readonly (readonly [what: string, file: string, source: string, sentence: RegExp])[] = [
  ["the environment read in a domain", "lib/stance/server/a.ts", 'export const x = process.env["HOME"];', /lib\/platform\/env/],
  ["the environment read in a page", "app/a/page.tsx", "export const x = process.env.HOME;", /lib\/platform\/env/],
  ["a server action", "app/a/actions.ts", '"use server";\nexport async function act() {}', /No server actions/],
  ["a server action inside a function", "app/a/b.ts", 'export async function act() { "use server"; }', /No server actions/],
  ["raw HTML", "components/ui/a.tsx", "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;", /No raw HTML/],
  ["raw HTML as a property", "components/ui/a.ts", "export const a = { dangerouslySetInnerHTML: { __html: '' } };", /No raw HTML/],
  ["connect", "lib/stance/server/a.ts", "export const a = { connect: { id: 1 } };", /scalars only/],
  ["connectOrCreate", "lib/stance/server/a.ts", 'export const a = { "connectOrCreate": { id: 1 } };', /scalars only/],
  ["disconnect", "lib/stance/server/a.ts", "export const a = { disconnect: true };", /scalars only/],
  ["a default export in a domain", "lib/stance/a.ts", "export default function a() {}", /Name what you export/],
  ["a default export by name", "components/ui/a.ts", "const a = 1;\nexport { a as default };", /Name what you export/],
  ["a barrel", "lib/stance/index.ts", 'export * from "@/lib/stance/grouping";', /No barrels/],
  ["console in a component", "components/ui/a.ts", 'console.log("x");\nexport const a = 1;', /console/],
  ["a mock of our own module", "tests/unit/a.test.ts", 'import { vi } from "vitest";\nvi.mock("@/lib/stance/grouping");', /No mocks/],
  ["a mock by relative path", "tests/unit/a.test.ts", 'import { vi } from "vitest";\nvi.mock("../a");', /No mocks/],
  ["any", "lib/stance/a.ts", "export const a: any = 1;", /any/],
  ["a file of more than 400 lines", "lib/stance/a.ts", "export const a = 1;\n".repeat(402), /400/],
];

describe("the lint rules", () => {
  it.each(PLANTED)("refuse %s in %s", async (_what, file, source, sentence) => {
    expect(await complaints(file, source)).toMatch(sentence);
  });

  it.each([
    ["lib/platform/env.ts", "export const x = process.env;"],
    ["scripts/a.ts", 'console.log(process.env["HOME"]);'],
    ["app/a/page.tsx", "export default function Page() { return null; }"],
    ["proxy.ts", 'export const x = process.env.NODE_ENV === "development";'],
    ["tests/unit/a.test.ts", 'import { vi } from "vitest";\nvi.mock("nodemailer");'],
  ])("leave %s alone", async (file, source) => {
    expect(await complaints(file, source)).toBe("");
  });
});
