import type { CodebookContent, Example } from "./content";
import { exampleWords, examplesWords, labelNames, showWhenWords } from "./diff-words";
import { ORDER, type Conflict } from "./merge";
import { plainText, type RichText } from "./rich-text";

const FIELDS: Readonly<Record<string, string>> = {
  name: "name", introduction: "introduction", definition: "definition", use: "when to use", avoid: "when not to use", examples: "examples", counterExamples: "counter-examples",
  example: "example", counterExample: "counter-example", title: "title", text: "text", description: "description", key: "key in exports", colour: "colour", glyph: "shape", shortcut: "shortcut",
  parentId: "above it", archived: "archived", mergedIntoId: "merged into", splitIntoIds: "split into", level: "asked of", choice: "choice", required: "required", showWhen: "shown",
  voice: "voice is asked", directness: "directness is asked", device: "device is asked", confidence: "confidence is asked", [ORDER]: "order", sets: "sets", labels: "labels", rules: "rules",
};

type Named = { readonly id: string; readonly name?: string; readonly title?: string };
const nameOf = (item: Named): string => (item.name ?? item.title) || "A rule";

/** Where two people disagree, in the words of the codebook: "Tone › Irony › definition". */
export function conflictPlace(content: CodebookContent, conflict: Conflict): string {
  const steps: string[] = [];
  let at: unknown = content;
  for (const step of conflict.path) {
    const list: readonly Named[] | null = Array.isArray(at) ? (at as Named[]) : null;
    at = list ? list.find((item) => item.id === step) : (at as Readonly<Record<string, unknown>> | undefined)?.[step];
    if (list && step !== ORDER) steps.push(at === undefined ? "one that was taken away" : nameOf(at as Named));
    else if (!Array.isArray(at) || step === conflict.path.at(-1)) steps.push(FIELDS[step] ?? step);
  }
  if (conflict.path.at(-1) === ORDER) steps.splice(-1, 1, `order of the ${FIELDS[conflict.path.at(-2) ?? ""] ?? "list"}`);
  return steps.filter((step) => step !== "asks").join(" › ");
}

/** What one side says at the place of a conflict, as plain words; `content` is that side's. */
export function conflictWords(content: CodebookContent, conflict: Conflict, side: "base" | "mine" | "theirs"): string {
  const value = conflict[side];
  const field = conflict.path.at(-1);
  if (value === undefined) return "taken away";
  if (field === "showWhen") return showWhenWords(content, value as CodebookContent["sets"][number]["showWhen"]);
  if (field === "examples" || field === "counterExamples") return examplesWords(value as Example[]) || "none";
  if (field === "example" || field === "counterExample") return exampleWords(value as Example | null) || "none";
  if (field === ORDER) return (value as string[]).map((id) => nameById(content, id)).join(", ");
  if (Array.isArray(value)) return labelNames(content, value as string[]) || "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return "none";
  if (field === "parentId" || field === "mergedIntoId") return labelNames(content, [String(value)]);
  if (typeof value !== "object") return String(value);
  return "type" in value ? plainText(value as RichText) : nameOf(value as Named);
}

const nameById = (content: CodebookContent, id: string): string => {
  const item = [...content.sets, ...content.rules, ...content.sets.flatMap((set): Named[] => [...set.labels])].find((one) => one.id === id);
  return item ? nameOf(item) : labelNames(content, [id]);
};
