import { z } from "@hono/zod-openapi";
import { captureBytes, listCaptures } from "@/lib/articles/server/captures";
import { attachment } from "@/lib/exchange/file-name";
import { answer, group, member, route } from "./door";
import { id, inProject, timestamp } from "./schemas";

const read = { member: "articles.read" } as const;
const path = "/projects/{projectId}/articles/{articleId}/captures";
const ofArticle = inProject.extend({ articleId: id });
const Capture = z.object({ id, revisionId: id, mediaType: z.string(), fileName: z.string(), url: z.string().nullable(), sha256: z.string(), bytes: z.int(), createdAt: timestamp });

export const captures = group()
  .openapi(route(read, { method: "get", path, summary: "The pages and documents from which an article was made; for coordinators and reviewers", request: { params: ofArticle }, responses: { 200: answer(z.object({ items: z.array(Capture) })) } }), async (c) =>
    c.json({ items: z.array(Capture).parse(await listCaptures(member(c), c.req.valid("param").articleId)) }, 200),
  )
  .openapi(
    route(read, { method: "get", path: `${path}/{captureId}`, summary: "The bytes as they came, as plain text to download", request: { params: ofArticle.extend({ captureId: id }) }, responses: { 200: { description: "Whatever the file is, it is never served as what a browser would show", content: { "text/plain": { schema: z.string() } } } } }),
    async (c) => {
      const { articleId, captureId } = c.req.valid("param");
      const { fileName, bytes } = await captureBytes(member(c), articleId, captureId);
      return c.body(new Uint8Array(bytes), 200, { "Content-Type": "text/plain", "Content-Disposition": attachment(fileName, "capture.txt") }) as never;
    },
  );
