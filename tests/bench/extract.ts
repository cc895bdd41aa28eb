import { readdirSync, readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { understand } from "@/lib/articles/extract/understand";
import { inRoot } from "@/scripts/paths";
import type { Line } from "./bed";
import { interleaved, processorTime } from "./statistics";

const PAGES = "tests/fixtures/pages";
const ROUNDS = 7;

/** What surrounds an article on a large site: menus, a script, lists of other articles. About 150 KB. */
const MENU = `<nav class="menu"><ul>${Array.from({ length: 400 }, (_, i) => `<li class="menu-item menu-item-${i}"><a href="/section/${i}">Section ${i}</a></li>`).join("")}</ul></nav><script>${"var state = { harbour: [1, 2, 3] };\n".repeat(1_500)}</script>`;
const REST = `<section class="related"><ul>${Array.from({ length: 250 }, (_, i) => `<li class="card"><a href="/story/${i}"><h3>Another story of the coast, number ${i}</h3><p>What the harbour board said about it, and what it did not say, in a few words.</p></a></li>`).join("")}</ul></section>`;

/** A saved page of tests/fixtures/pages with the furniture of a large site around it. */
const heavy = (html: string): string => html.replace(/<body[^>]*>/iu, (body) => body + MENU).replace(/<\/body>/iu, (end) => REST + end);

/** Understanding pages against Readability alone on the same parser: the pages as they are, and with a large site's furniture. */
export async function extract(): Promise<Line[]> {
  const pages = readdirSync(inRoot(PAGES)).filter((file) => file.endsWith(".html")).map((file) => readFileSync(inRoot(`${PAGES}/${file}`), "utf8"));
  return [await compared(`Understand ${pages.length} pages`, pages), await compared(`The same with 150 kB of furniture each`, pages.map(heavy))];
}

async function compared(what: string, pages: readonly string[]): Promise<Line> {
  const { reference, ours, drift } = await interleaved(
    () => processorTime(() => pages.forEach((html) => new Readability(parseHTML(html).document).parse())),
    () => processorTime(() => pages.forEach((html) => understand({ kind: "html", html }, {}))),
    ROUNDS,
  );
  return { what, unit: "×", goal: { atMost: 1.5 }, reference: `${reference.toFixed(0)} ms, Readability on linkedom`, ours: `${ours.toFixed(0)} ms`, value: ours / reference, drift };
}
