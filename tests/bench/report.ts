import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { inRoot } from "@/scripts/paths";
import { isMet, type Line } from "./bed";

const [BEGIN, END] = ["<!-- bench: begin -->", "<!-- bench: end -->"];
const STEADY = 0.25;

/** The measurements as a Markdown table, with the day and the shape of the machine. */
export function table(lines: readonly Line[], postgres: string | null): string {
  const rows = lines.map((line) => {
    const places = line.unit === "×" ? 2 : line.unit === "%" ? 1 : 0;
    const value = `${line.value.toFixed(places)} ${line.unit}`;
    const goal = ["atLeast" in line.goal ? `≥ ${line.goal.atLeast}` : "", "atMost" in line.goal ? `≤ ${line.goal.atMost}` : ""].filter((end) => end !== "").join(", ") + ` ${line.unit}`;
    return `| ${line.what} | ${line.reference} | ${line.ours} | ${value} | ${goal} | ${isMet(line) ? "pass" : "**miss**"} |`;
  });
  const unsteady = lines.filter((line) => (line.drift ?? 0) > STEADY).map((line) => `${line.what} (${Math.round((line.drift ?? 0) * 100)} %)`);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Node ${process.versions.node}${postgres === null ? "" : `, PostgreSQL ${postgres}`}.`,
    "",
    "| What | Reference | Slantwise | Ratio | Goal | |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    unsteady.length === 0
      ? "The first and the last run of every reference lie within 25 % of each other."
      : `The machine was busy with other things: the first and the last run of the reference differ by more than 25 % in: ${unsteady.join("; ")}.`,
  ].join("\n");
}

/** Puts the table into docs/performance.md, between its two markers. */
export function keep(text: string): void {
  const file = inRoot("docs/performance.md");
  const before = readFileSync(file, "utf8");
  const [begin, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/performance.md lacks the lines ${BEGIN} and ${END}`);
  writeFileSync(file, `${before.slice(0, begin + BEGIN.length)}\n${text}\n${before.slice(end)}`);
}
