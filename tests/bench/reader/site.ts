import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { inRoot } from "@/scripts/paths";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".html": "text/html; charset=utf-8" };

/** The pages under measurement. */
export type PageName = "page-reader" | "page-recogito" | "page-plain";

/** A site with the pages, built as for production, and how to end it. */
export interface Site {
  readonly url: string;
  close(): void;
}

/** Builds the pages from the real components, and serves them. */
export async function serveSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), "slantwise-bench-"));
  await build({
    entryPoints: (["page-reader", "page-recogito", "page-plain"] satisfies PageName[]).map((name) => inRoot("tests/bench/reader", `${name}.ts`)),
    outdir: folder, bundle: true, format: "esm", splitting: true, minify: true, jsx: "automatic", target: "es2022",
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" }, loader: { ".woff2": "file", ".woff": "empty" }, tsconfig: inRoot("tsconfig.json"), logLevel: "error",
  });
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").slice(1).split("?")[0] ?? "";
    const page = /^(page-\w+)$/.exec(name);
    if (page !== null) {
      response.setHeader("content-type", TYPES[".html"]!);
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="stylesheet" href="/${name}.css"><body><script type="module" src="/${name}.js"></script>`);
      return;
    }
    try {
      const body = readFileSync(path.join(folder, path.basename(name)));
      response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
