import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRoot } from "@/scripts/paths";

const FILES: Record<string, string> = {
  "package.json": `{ "name": "toy", "private": true, "type": "module" }`,
  // The packages are those of the clone, behind a link; without a root above both the build refuses the link.
  "next.config.js": `export default { poweredByHeader: false, turbopack: { root: "/" } };`,
  "app/layout.jsx": `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  "app/page.jsx": `import { headers } from "next/headers";
export default async function Page() { await headers(); return <p>empty</p>; }`,
  "app/api/empty/route.js": `export const dynamic = "force-dynamic";
export const GET = () => new Response("ok");`,
  "app/api/constant/route.js": `import { readFileSync } from "node:fs";
export const dynamic = "force-dynamic";
let constant;
export const GET = () => Response.json((constant ??= JSON.parse(readFileSync(process.env.TOY_CONSTANT, "utf8"))));`,
};

/** An application of the same Next that does nothing: `/` an empty dynamic page, `/api/empty`, and `/api/constant`. */
export interface Toy {
  readonly folder: string;
  /** Where `/api/constant` finds its object; write it before the first request. */
  readonly constant: string;
  remove(): void;
}

/** Writes and builds it in a temporary folder. */
export function buildToy(): Toy {
  const folder = mkdtempSync(path.join(tmpdir(), "slantwise-toy-"));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `${text}\n`);
  }
  symlinkSync(inRoot("node_modules"), path.join(folder, "node_modules"));
  const { NEXT_DIST: _ours, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot("node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (status !== 0) {
    remove();
    throw new Error(`The empty application could not be built:\n${stdout}\n${stderr}`);
  }
  return { folder, constant: path.join(folder, "constant.json"), remove };
}
