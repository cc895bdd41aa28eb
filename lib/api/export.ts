import { z } from "@hono/zod-openapi";
import { attachment } from "@/lib/exchange/file-name";
import { answersAsCsv, judgementsAsCsv, notesAsCsv, spansAsCsv, spansAsJsonl } from "@/lib/exchange/server/stream";
import { projectOf } from "@/lib/projects/server/projects";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { type ApiContext, group, member, route } from "./door";
import { inProject } from "./schemas";

/** A download in the description of a route. */
export const file = (type: string, description: string) => ({ 200: { description, content: { [type]: { schema: z.string() } } } });

/** Answers with a file under the name of the project. */
export async function download(c: ApiContext, ending: string, type: string, make: (actor: MemberActor) => Promise<ReadableStream<Uint8Array>>): Promise<never> {
  const actor = member(c);
  const project = await projectOf(actor);
  return c.body(await make(actor), 200, { "Content-Type": type, "Content-Disposition": attachment(project.name, ending), "X-Accel-Buffering": "no" }) as never;
}

export const CSV = "text/csv; charset=utf-8; header=present";
export const JSONL = "application/jsonl; charset=utf-8";
const described = "Offsets are Unicode code points; the columns stand in docs/formats.md";

export const exporting = group()
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/spans.jsonl", summary: "The spans that one may see, one JSON object per line", request: { params: inProject }, responses: file("application/jsonl", described) }), (c) =>
    download(c, "spans.jsonl", JSONL, spansAsJsonl),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/spans.csv", summary: "The spans that one may see, one row per part", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "spans.csv", CSV, spansAsCsv),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/judgements.csv", summary: "The judgements that one may see", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "judgements.csv", CSV, judgementsAsCsv),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/answers.csv", summary: "The answers about whole articles that one may see", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "answers.csv", CSV, answersAsCsv),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/notes.csv", summary: "The notes on articles that one may see, and on what these leave out", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "notes.csv", CSV, notesAsCsv),
  );
