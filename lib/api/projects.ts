import { z } from "@hono/zod-openapi";
import { applyPracticeRules } from "@/lib/annotations/server/practice";
import { revealAll } from "@/lib/annotations/server/reveal";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { BOUNDARY_RULES } from "@/lib/projects/adjudication-rules";
import { ADDRESSED_BY } from "@/lib/projects/figure-rules";
import { REVEALS, SOURCE_REVEALS } from "@/lib/projects/blinding";
import { createProject, listProjects, projectOf, updateProject } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, timestamp, version } from "./schemas";

const figures = { addressedBy: z.enum(ADDRESSED_BY), sampling: z.string().max(2000) };
const rules = { boundaryRule: z.enum(BOUNDARY_RULES), hideAnnotators: z.boolean(), askShowsPeers: z.boolean(), suggestSettled: z.boolean() };
const Project = z.object({
  id,
  name: z.string(),
  description: z.string(),
  kind: z.enum(["research", "class"]),
  reveal: z.enum(REVEALS),
  sourceBlind: z.boolean(),
  sourceReveal: z.enum(SOURCE_REVEALS),
  revealedAt: timestamp.nullable(),
  assignEveryone: z.boolean(),
  practiceThreshold: z.number().nullable(),
  practiceMinimum: z.int(),
  abandonAfterDays: z.int().nullable(),
  allowSuggestions: z.boolean(),
  ...rules,
  ...figures,
  isSample: z.boolean(),
  role: z.enum(["coordinator", "reviewer", "annotator", "observer"]),
  memberId: id,
  pseudonym: z.string(),
  version,
});
const Draft = z.strictObject({ name: name(200), description: z.string().max(2000).optional(), kind: z.enum(["research", "class"]), assignEveryone: z.boolean().optional() });
const Change = z.strictObject({ version, name: name(200).optional(), description: z.string().max(2000).optional(), assignEveryone: z.boolean().optional(), reveal: z.enum(REVEALS).optional(), sourceBlind: z.boolean().optional(), sourceReveal: z.enum(SOURCE_REVEALS).optional(), practiceThreshold: z.number().min(0).max(1).nullable().optional(), practiceMinimum: z.int().min(1).max(100).optional(), abandonAfterDays: z.int().min(1).max(365).nullable().optional(), allowSuggestions: z.boolean().optional(), ...z.object(rules).partial().shape, ...z.object(figures).partial().shape });

export const projects = group()
  .openapi(route("signed_in", { method: "get", path: "/projects", summary: "The projects one is a member of", responses: { 200: answer(z.object({ items: z.array(Project) })) } }), async (c) =>
    c.json({ items: z.array(Project).parse(await listProjects(c.get("actor"))) }, 200),
  )
  .openapi(route("signed_in", { method: "post", path: "/projects", summary: "Start a project; one becomes its coordinator", request: { body: body(Draft) }, responses: { 201: answer(Project) } }), async (c) =>
    c.json(Project.parse(await createProject(c.get("actor"), c.req.valid("json"), startingCodebook(c.req.valid("json").kind))), 201),
  )
  .openapi(route({ member: "project.read" }, { method: "get", path: "/projects/{projectId}", summary: "One project", request: { params: inProject }, responses: { 200: answer(Project) } }), async (c) =>
    c.json(Project.parse(await projectOf(member(c))), 200),
  )
  .openapi(route({ member: "project.manage" }, { method: "patch", path: "/projects/{projectId}", summary: "Change a project's settings", request: { params: inProject, body: body(Change) }, responses: { 200: answer(Project) } }), async (c) =>
    c.json(Project.parse(await updateProject(member(c), op(c), c.req.valid("json"), applyPracticeRules)), 200),
  )
  .openapi(
    route({ member: "project.reveal" }, { method: "post", path: "/projects/{projectId}/reveal", summary: "Show everybody's submitted work to every member, once and for all; collects unfinished work", request: { params: inProject, body: body(z.strictObject({ version })) }, responses: { 200: answer(Project) } }),
    async (c) => c.json(Project.parse(await revealAll(member(c), op(c), c.req.valid("json"))), 200),
  );
