import { readFileSync } from "node:fs";

const sheet = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

/** The declarations of the first rule whose selector is exactly `selector`, in order. */
export function declarationsOf(selector: string): ReadonlyMap<string, string> {
  const at = sheet.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`no rule ${selector} in tokens.css`);
  const body = sheet.slice(sheet.indexOf("{", at) + 1, sheet.indexOf("}", at));
  const pairs = body.split(";").map((line) => line.trim()).filter(Boolean).map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  return new Map(pairs);
}

export const light = declarationsOf(":root");
export const darkBySystem = declarationsOf(':root:not([data-theme="light"])');
export const darkByHand = declarationsOf(':root[data-theme="dark"]');
