import { refreshCounted } from "@/lib/annotations/server/rollup/refresh";
import { worksMoved } from "@/lib/annotations/server/rollup/moved";
import { archiveArticle, changeProvenance } from "@/lib/articles/server/change-article";
import { changeBlocks } from "@/lib/articles/server/change-blocks";
import { usualOrder } from "@/lib/articles/filters";
import { listArticles } from "@/lib/articles/server/list-articles";
import { readArticle } from "@/lib/articles/server/read-article";
import { addArticle } from "@/lib/assignments/server/add-article";
import { movingArticle } from "@/lib/assignments/server/progress-moves";
import { AddedArticle, ArchiveWish, ArticleDocument, ArticleDraft, ArticleHead, ArticleListQuery, ArticlePage, BlocksWish, ChangedBlocks, ProvenanceChange } from "./article-schemas";
import { answer, body, group, member, op, route } from "./door";
import { ARTICLE_BODY_LIMIT } from "./request";
import { id, inProject } from "./schemas";

const read = { member: "articles.read" } as const;
const write = { member: "articles.write" } as const;
const one = inProject.extend({ articleId: id });

export const articles = group()
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/articles", summary: "The articles one may see, without their text", request: { params: inProject, query: ArticleListQuery }, responses: { 200: answer(ArticlePage) } }), async (c) => {
    const { onePerWork, order, ...query } = c.req.valid("query");
    return c.json(ArticlePage.parse(await listArticles(member(c), { ...query, onePerWork: onePerWork === "true", order: order ?? usualOrder(query) })), 200);
  })
  .openapi(
    route(write, { method: "post", path: "/projects/{projectId}/articles", summary: "Add an article from its text", request: { params: inProject, body: body(ArticleDraft) }, responses: { 201: answer(AddedArticle) } }, ARTICLE_BODY_LIMIT),
    async (c) => c.json(AddedArticle.parse(await addArticle(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/articles/{articleId}", summary: "One article as captured", request: { params: one }, responses: { 200: answer(ArticleDocument) } }), async (c) =>
    c.json(ArticleDocument.parse(await readArticle(member(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(write, { method: "patch", path: "/projects/{projectId}/articles/{articleId}", summary: "Change what is said of an article", request: { params: one, body: body(ProvenanceChange) }, responses: { 200: answer(ArticleHead) } }), async (c) =>
    c.json(ArticleHead.parse(await changeProvenance(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"), refreshCounted, movingArticle, worksMoved)), 200),
  )
  .openapi(route(write, { method: "post", path: "/projects/{projectId}/articles/{articleId}/archive", summary: "Take an article out of use, or bring it back", request: { params: one, body: body(ArchiveWish) }, responses: { 200: answer(ArticleHead) } }), async (c) =>
    c.json(ArticleHead.parse(await archiveArticle(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"), refreshCounted, movingArticle)), 200),
  )
  .openapi(
    route(write, { method: "patch", path: "/projects/{projectId}/articles/{articleId}/blocks", summary: "Give blocks another kind; 409 with the marks that would be covered, unless confirmed", request: { params: one, body: body(BlocksWish) }, responses: { 200: answer(ChangedBlocks) } }, ARTICLE_BODY_LIMIT),
    async (c) => c.json(ChangedBlocks.parse(await changeBlocks(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"), refreshCounted)), 200),
  );
