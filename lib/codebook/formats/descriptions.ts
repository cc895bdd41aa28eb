import type { Example, LabelText } from "../content";
import { isEmptyText, plainText, richText } from "../rich-text";

const USE = "When to use:";
const AVOID = "When not to use:";
const EXAMPLE = "Example:";
const COUNTER = "Counter-example:";
const WHY = "Why:";

const shown = (heading: string, example: Example): string => `${heading} ${example.text}${example.note === "" ? "" : `\n${WHY} ${example.note}`}`;

/** What a coder reads of a label as one plain text, with a heading before each part. */
export function describe(label: LabelText): string {
  const parts = [
    plainText(label.definition),
    ...(isEmptyText(label.use) ? [] : [`${USE} ${plainText(label.use)}`]),
    ...(isEmptyText(label.avoid) ? [] : [`${AVOID} ${plainText(label.avoid)}`]),
    ...label.examples.map((example) => shown(EXAMPLE, example)),
    ...label.counterExamples.map((example) => shown(COUNTER, example)),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Reads what `describe` wrote; any other text becomes the definition as it is. */
export function readDescription(text: string): LabelText {
  const parts = text.replace(/\r\n?/gu, "\n").trim().split(new RegExp(`\\n\\n(?=(?:${[USE, AVOID, EXAMPLE, COUNTER].join("|")}) )`, "u"));
  const [first = "", ...rest] = parts.some((part) => startsWithHeading(part)) && startsWithHeading(parts[0] ?? "") ? ["", ...parts] : parts;
  const after = (heading: string): string[] => rest.filter((part) => part.startsWith(`${heading} `)).map((part) => part.slice(heading.length + 1));
  return { definition: richText(first), use: richText(after(USE)[0] ?? ""), avoid: richText(after(AVOID)[0] ?? ""), examples: after(EXAMPLE).map(example), counterExamples: after(COUNTER).map(example) };
}

const startsWithHeading = (part: string): boolean => [USE, AVOID, EXAMPLE, COUNTER].some((heading) => part.startsWith(`${heading} `));

function example(part: string): Example {
  const at = part.indexOf(`\n${WHY} `);
  return at < 0 ? { text: part, note: "", spanId: null } : { text: part.slice(0, at), note: part.slice(at + WHY.length + 2), spanId: null };
}
