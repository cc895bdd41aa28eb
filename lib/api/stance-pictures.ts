import { z } from "@hono/zod-openapi";
import { attachment } from "@/lib/exchange/file-name";
import { pngOf } from "@/lib/exchange/server/png";
import { stanceFileCsv } from "@/lib/exchange/stance-file";
import { pictureFile } from "@/lib/exchange/stance-picture";
import { PICTURE_REASONS } from "@/lib/exchange/stance-picture-words";
import { figureSvg } from "@/lib/exchange/svg";
import { invalid } from "@/lib/kernel/errors";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import { drawableOf } from "@/lib/stance/pictures/any";
import { PICTURES } from "@/lib/stance/pictures/picture";
import { refuseParam } from "@/lib/stance/server/check-choice";
import { targetsFor } from "@/lib/stance/server/pictures/around";
import { readPictures } from "@/lib/stance/server/pictures/read-pictures";
import { stanceVersion } from "@/lib/stance/server/version";
import { type ApiContext, group, route } from "./door";
import { inProject } from "./schemas";
import { viewer } from "./stance";
import { choiceOf, choiceQuery } from "./stance-schemas";

const Query = z.strictObject({
  ...choiceQuery,
  picture: z.string().max(100).optional().openapi({ description: `one of ${PICTURES.join(", ")}` }),
  names: z.string().max(100).optional().openapi({ description: "shown (default); hidden: letters in place of annotators' names" }),
});
const FORMATS = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;
const read = { member: "stance.read" } as const;
const path = "/projects/{projectId}/stance/pictures";
const file = (description: string, type: string) => ({ request: { params: inProject, query: Query }, responses: { 200: { description, content: { [type]: { schema: z.string() } } } } });

/** A picture of one target as a file of one format; 422 with the reason where it cannot be drawn. */
async function send(c: ApiContext, { picture, names, ...given }: z.infer<typeof Query>, format: keyof typeof FORMATS): Promise<never> {
  const actor = viewer(c);
  const choice = choiceOf(given);
  const name = PICTURES.find((one) => one === picture) ?? refuseParam("other", `picture must be one of ${PICTURES.join(", ")}`);
  const [target, another] = await targetsFor(actor, choice);
  if (target === undefined || (choice.targetIds.length > 0 && another !== undefined)) return refuseParam("target", "must be one target");
  const [read, project, dataVersion] = await Promise.all([readPictures(actor, { choice, targetId: target.id, hideNames: names === "hidden" }, [name]), projectOf(actor), stanceVersion(actor)]);
  const [found] = read;
  const drawn = found === undefined ? null : drawableOf(found);
  if (found === undefined || found.picture.value === null || drawn === null) throw invalid(found?.picture.value === null ? PICTURE_REASONS[found.picture.reason] : "There is no such picture.");
  const made = pictureFile(drawn, target.name, { project: project.name, date: now().toISOString().slice(0, 10), choice: { ...choice, targetIds: [target.id] }, dataVersion });
  const svg = (): string => figureSvg(made.figure, made.words);
  const body = format === "csv" ? stanceFileCsv(made) : format === "svg" ? svg() : await pngOf(actor, svg(), made.words.facts);
  return c.body(body, 200, { "Content-Type": FORMATS[format], "Content-Disposition": attachment(project.name, `stance-${name}.${format}`) }) as never;
}

export const stancePictures = group()
  .openapi(route(read, { method: "get", path: `${path}.csv`, summary: "The rows that a further picture of stance draws", ...file("Rows that begin with # say what was chosen; the columns stand in docs/formats.md", "text/csv") }), (c) => send(c, c.req.valid("query"), "csv"))
  .openapi(route(read, { method: "get", path: `${path}.svg`, summary: "A further picture of stance as SVG, with what it rests on", ...file("Needs no other file", "image/svg+xml") }), (c) => send(c, c.req.valid("query"), "svg"))
  .openapi(route(read, { method: "get", path: `${path}.png`, summary: "A further picture of stance as PNG, twice as many pixels as the SVG has units", ...file("What it rests on stands in iTXt chunks", "image/png") }), (c) => send(c, c.req.valid("query"), "png"));
