import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { english } from "@/components/words/english";
import { german } from "@/components/words/german";
import { LANGUAGES } from "@/components/words/languages";

type Tree = { readonly [key: string]: string | Tree };

/** "queue.pool.take" → message. */
function messages(tree: Tree, before = ""): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value] as const] : [...messages(value, `${before}${key}.`)])));
}

/** The arguments of a message, with their kind: "{n, plural, …}" → "n plural". */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : element.type === TYPE.tag ? argumentsOf(element.children) : [];
    return [`${element.value} ${TYPE[element.type]}`, ...inner];
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !path.join(entry.parentPath, "x").includes(path.join("components", "words", "")))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
}

const inEnglish = messages(english);

describe("the catalogue", () => {
  it("has a catalogue for each language that can be chosen", () => {
    expect(Object.keys(LANGUAGES)).toEqual(["en", "de"]);
  });

  it("has the same namespaces in German, with the same keys in the same order", () => {
    const sorted = (catalogue: Tree) => Object.fromEntries(Object.entries(catalogue).sort(([one], [other]) => (one < other ? -1 : 1)));
    expect([...messages(sorted(german)).keys()]).toEqual([...messages(sorted(english)).keys()]);
  });

  it.each([...inEnglish])("%s takes the same arguments in German", (key, message) => {
    const theirs = messages(german).get(key) ?? "";
    const distinct = (text: string) => [...new Set(argumentsOf(parse(text)))].sort();
    expect(distinct(theirs)).toEqual(distinct(message));
  });

  it("has no empty message", () => {
    expect([...inEnglish, ...messages(german)].filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  it("has no key that nothing asks for", () => {
    const code = [...sources("components"), ...sources("app")].join("\n");
    // A key that is put together (`states.${state}`, `${step}How`) is asked for by what of it stands there.
    const templates = [...code.matchAll(/`([\w.]*)\$\{[^`}]+\}([\w.]*)`/g)].flatMap(([, before = "", after = ""]) => (`${before}${after}`.length < 3 ? [] : [{ before, after }]));
    const distinct = [...new Map(templates.map((one) => [`${one.before} ${one.after}`, one])).values()];
    const unused = [...inEnglish.keys()].filter((key) => {
      const parts = key.split(".");
      const names = parts.map((_, i) => parts.slice(i).join("."));
      return !names.some((name) => code.includes(`"${name}"`) || distinct.some(({ before, after }) => name.startsWith(before) && name.endsWith(after)));
    });
    expect(unused).toEqual([]);
  });
});
