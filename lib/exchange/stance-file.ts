import type { Figure } from "@/lib/figures/shape";
import { choiceQuery } from "@/lib/stance/choice-address";
import type { StanceChoice } from "@/lib/stance/choice";
import { BOM, type Cell, csvRecords } from "./csv";
import type { FileWords } from "./svg";

/** The figures of stance that can be had as files; their names stand in addresses and file names. */
export const STANCE_FIGURES = ["dot-plot", "sensitivity"] as const;
export type StanceFigure = (typeof STANCE_FIGURES)[number];

/** One figure of stance as a file: what is drawn, what stands around it, and the rows that it draws. */
export type StanceFile = { readonly figure: Figure; readonly words: FileWords; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Whose data, of which day (YYYY-MM-DD) and version, under which choice. */
export type StanceOrigin = { readonly project: string; readonly date: string; readonly choice: StanceChoice; readonly dataVersion: string };

const VOICES = { own: "own voice", quoted: "quoted speech", all: "every voice" } as const;
const LAYERS = { adjudicated: "settled records where an article has one, else submitted work", raw: "submitted work, never the settled record" } as const;

/** The choice of a figure in English, as a line below it. */
export function choiceLine(choice: StanceChoice): string {
  const parts = [
    `by ${choice.by}`,
    choice.measured === "judgements" ? "judgements of articles, −2 to +2" : `marked words, ${VOICES[choice.voice]}, −1 to +1`,
    LAYERS[choice.data],
    ...(choice.genre === null ? [] : [`genre ${choice.genre}`]),
    ...(choice.from === null && choice.to === null ? [] : [`published ${choice.from ?? "…"} to ${choice.to ?? "…"}`]),
    ...(choice.measured === "judgements" ? [] : [choice.device === "any" ? "words and facts" : choice.device, choice.directness === "any" ? "direct and indirect" : choice.directness]),
    ...(choice.source === "any" ? [] : [`source ${choice.source}`]),
    ...(choice.codebookVersion === null ? [] : [`codebook version ${choice.codebookVersion}`]),
    ...(choice.articleSetId === null ? [] : ["one set of articles"]),
    ...(choice.children ? ["children of targets included"] : []),
    ...(choice.adjust === "none" ? [] : ["adjusted for annotators’ severity"]),
  ];
  return parts.join(" · ");
}

/** What every file of stance says of itself: project, figure, choice, and further facts, then data version and date. */
export function stanceFacts(name: string, { project, date, choice, dataVersion }: StanceOrigin, more: FileWords["facts"] = []): FileWords["facts"] {
  return [["project", project], ["figure", name], ["choice", choiceLine(choice)], ["address", choiceQuery(choice)], ...more, ["data_version", dataVersion], ["date", date]];
}

/** The last line below every figure of stance. */
export const stanceFoot = ({ project, date, dataVersion }: StanceOrigin): string => `${project} · data version ${dataVersion} · ${date} · Slantwise`;

/** The rows of a figure as CSV. Before the header stand rows whose first cell begins with "#": what the file says of itself. */
export function stanceFileCsv({ words, columns, rows }: StanceFile): string {
  return `${BOM}${csvRecords([...words.facts.map(([key, value]): Cell[] => [`# ${key}`, value]), columns, ...rows])}`;
}
