import type { CodebookContent, Example, ShowWhen } from "./content";
import { findLabel } from "./lineage";

export const yesNo = (value: boolean): string => (value ? "asked" : "not asked");

/** An example as plain words; nothing for none. */
export const exampleWords = (example: Example | null): string => (example === null ? "" : [example.text, example.note, example.spanId === null ? "" : "(taken from a span)"].filter(Boolean).join(" — "));

/** Examples as plain words, one a line. */
export const examplesWords = (examples: readonly Example[]): string => examples.map(exampleWords).join("\n");

/** Labels of a codebook by their names. */
export const labelNames = (content: CodebookContent, ids: readonly string[]): string =>
  ids.map((id) => findLabel(content, id)?.label.name ?? content.framing.find((one) => one.id === id)?.name ?? id).join(", ");

/** A condition as plain words. */
export function showWhenWords(content: CodebookContent, showWhen: ShowWhen | null): string {
  if (showWhen === null) return "always";
  const set = showWhen.setId === "framing" ? "framing" : `“${content.sets.find((one) => one.id === showWhen.setId)?.name ?? showWhen.setId}”`;
  return `when ${set} is ${labelNames(content, showWhen.labelIds)}`;
}
