import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { inRoot } from "@/scripts/paths";

/** A Chromium to drive: its program, and what its environment needs. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** What the browser of a test is started with: no sandbox, for root and containers. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function runs(executablePath: string, env: Record<string, string>): boolean {
  const result = spawnSync(executablePath, ["--headless", "--no-sandbox", "--version"], {
    env: { ...process.env, ...env },
    timeout: 20_000,
    stdio: "ignore",
  });
  return result.status === 0;
}

function installed(): Browser | undefined {
  const named = process.env["CHROMIUM_PATH"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = [
    ...(named === undefined ? [] : [named]),
    chromium.executablePath(),
    ...SYSTEM.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ];
  const executablePath = found.find((name) => existsSync(name) && runs(name, {}));
  return executablePath === undefined ? undefined : { executablePath, env: {} };
}

function packaged(): Browser {
  const { version } = JSON.parse(readFileSync(inRoot("node_modules/@sparticuz/chromium/package.json"), "utf8")) as { version: string };
  const folder = inRoot("node_modules/.cache/slantwise", `chromium-${version}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    const result = spawnSync(process.execPath, [inRoot("tests/support/unpack-chromium.mjs")], {
      cwd: inRoot(),
      env: { ...process.env, TMPDIR: half, TEMP: half, TMP: half },
      encoding: "utf8",
    });
    if (result.status !== 0) throw new Error(`Chromium could not be unpacked: ${result.stderr}`);
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  const executablePath = path.join(folder, "chromium");
  const fonts = existsSync("/etc/fonts") || existsSync(path.join(homedir(), ".fonts")) ? {} : { FONTCONFIG_PATH: path.join(folder, "fonts") };
  if (runs(executablePath, fonts)) return { executablePath, env: fonts };
  return { executablePath, env: { ...fonts, LD_LIBRARY_PATH: path.join(folder, "al2023/lib") } };
}

/** Playwright's own Chromium or the system's if there is one, else the one that npm brought. Looked for once per run. */
export function findChromium(): Browser {
  const known = process.env["SLANTWISE_TEST_CHROMIUM"];
  if (known !== undefined) return JSON.parse(known) as Browser;
  const browser = installed() ?? packaged();
  process.env["SLANTWISE_TEST_CHROMIUM"] = JSON.stringify(browser);
  return browser;
}
