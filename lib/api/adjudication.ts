import { decide } from "@/lib/adjudication/server/decide";
import { adjudicationDocument } from "@/lib/adjudication/server/document";
import { DecidedShape, DecisionWishShape, DocumentShape } from "./adjudication-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject } from "./schemas";

const inArticle = inProject.extend({ articleId: id });
const adjudicate = { member: "adjudicate" } as const;

export const adjudication = group()
  .openapi(route(adjudicate, { method: "get", path: "/projects/{projectId}/articles/{articleId}/adjudication", summary: "An article to adjudicate: everybody's marks as clusters, and what was decided", request: { params: inArticle }, responses: { 200: answer(DocumentShape) } }), async (c) =>
    c.json(DocumentShape.parse(await adjudicationDocument(member(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(adjudicate, { method: "post", path: "/projects/{projectId}/articles/{articleId}/decisions", summary: "Decide a cluster, a judgement or an answer, or add a mark", request: { params: inArticle, body: body(DecisionWishShape) }, responses: { 201: answer(DecidedShape) } }), async (c) =>
    c.json(DecidedShape.parse(await decide(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 201),
  );
