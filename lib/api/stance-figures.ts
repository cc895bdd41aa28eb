import { z } from "@hono/zod-openapi";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { attachment } from "@/lib/exchange/file-name";
import { pngOf } from "@/lib/exchange/server/png";
import { dotPlotFile } from "@/lib/exchange/stance-dot-plot";
import { STANCE_FIGURES, type StanceFigure, type StanceFile, stanceFileCsv } from "@/lib/exchange/stance-file";
import { sensitivityFile } from "@/lib/exchange/stance-sensitivity";
import { figureSvg } from "@/lib/exchange/svg";
import { invalid } from "@/lib/kernel/errors";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import type { StanceChoice } from "@/lib/stance/choice";
import { choiceFrom } from "@/lib/stance/choice-address";
import type { Whose } from "@/lib/stance/report";
import { readSensitivity } from "@/lib/stance/server/read-sensitivity";
import { readStanceTable } from "@/lib/stance/server/stance";
import { type ApiContext, group, member, route } from "./door";
import { id, inProject } from "./schemas";

/** What an address says beside its choice. */
export type FigureAsked = { readonly project: string; readonly outlet: string | undefined; readonly work: string | undefined };
type Drawing = (actor: MemberActor, choice: StanceChoice, asked: FigureAsked) => Promise<StanceFile>;

/** Every figure of stance that is to be had as a file, and who draws it. */
const DRAWINGS: Readonly<Record<StanceFigure, Drawing>> = {
  "dot-plot": async (actor, choice, { project }) => dotPlotFile(await readStanceTable(actor, choice), project),
  sensitivity: async (actor, choice, asked) => {
    const { whose, targetId } = figureOf(choice, asked);
    return sensitivityFile(await readSensitivity(actor, choice, whose, targetId), asked.project, now().toISOString().slice(0, 10));
  },
};

/** Whose figure toward which target an address names. Refuses with 422 one that does not name both. */
function figureOf(choice: StanceChoice, { outlet, work }: FigureAsked): { whose: Whose; targetId: string } {
  const [targetId, another] = choice.targetIds;
  if (targetId === undefined || another !== undefined) throw invalid("/target: must be one target", { errors: [{ path: "/target", message: "must be one target" }] });
  const whose: Whose | null = outlet !== undefined ? { groupId: outlet } : work !== undefined ? { workId: work } : null;
  if (whose === null) throw invalid("/outlet: is missing: name an outlet or a work", { errors: [{ path: "/outlet", message: "is missing: name an outlet or a work" }] });
  return { whose, targetId };
}

const param = z.string().max(4000).optional();
const Query = z.strictObject({
  figure: z.enum(STANCE_FIGURES), outlet: id.optional(), work: id.optional(),
  by: param, measured: param, voice: param, data: param, target: param, genre: param, from: param, to: param, device: param, directness: param, source: param, codebook: param, set: param, children: param, adjust: param,
});
const FORMATS = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const read = { member: "stance.read" } as const;
const path = "/projects/{projectId}/stance/figures";
const file = (description: string, type: string) => ({ request: { params: inProject, query: Query }, responses: { 200: { description, content: { [type]: { schema: z.string() } } } } });

/** A figure as a file of one format. */
async function send(c: ApiContext, { figure, outlet, work, ...given }: z.infer<typeof Query>, format: keyof typeof FORMATS): Promise<never> {
  const actor = member(c);
  const choice = choiceFrom(given);
  if (!choice.ok) throw invalid(`/${choice.error.field}: ${choice.error.message}`, { errors: [{ path: `/${choice.error.field}`, message: choice.error.message }] });
  const project = await projectOf(actor);
  const drawn = await DRAWINGS[figure](actor, choice.value, { project: project.name, outlet, work });
  const svg = (): string => figureSvg(drawn.figure, drawn.words);
  const body = format === "csv" ? stanceFileCsv(drawn) : format === "svg" ? svg() : await pngOf(actor, svg(), drawn.words.facts);
  return c.body(body, 200, { "Content-Type": FORMATS[format], "Content-Disposition": attachment(project.name, `stance-${figure}.${format}`) }) as never;
}

export const stanceFigures = group()
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "The rows that a figure of stance draws", ...file("Rows that begin with # say what was chosen; the columns stand in docs/formats.md", "text/csv") }), (c) => send(c, c.req.valid("query"), "csv"))
  .openapi(route(read, { method: "get", path: `${path}.svg`, summary: "A figure of stance as SVG, with what it rests on", ...file("Needs no other file", "image/svg+xml") }), (c) => send(c, c.req.valid("query"), "svg"))
  .openapi(route(read, { method: "get", path: `${path}.png`, summary: "A figure of stance as PNG, twice as many pixels as the SVG has units", ...file("What it rests on stands in iTXt chunks", "image/png") }), (c) => send(c, c.req.valid("query"), "png"));
