import type { Comparison } from "@/lib/compare/document";
import { TELLINGS } from "@/tests/fixtures/compare/tellings";
import { call, type Answer } from "./call";
import { addArticle, addMember, addOutlet, addTarget, makeProject, type TestArticle, type TestMember } from "./world";

/** A project with a set of the three, and its routes. */
export type EventWorld = {
  lead: TestMember; reviewer: TestMember; coder: TestMember; targetId: string; setId: string;
  articles: { courier: TestArticle; standard: TestArticle; tern: TestArticle };
  /** One request below `/compare` of the project. */
  api: (method: string, path: string, body?: object, who?: TestMember) => Promise<Answer>;
  read: (query?: string, who?: TestMember) => Promise<Comparison>;
};

export async function makeEvent(): Promise<EventWorld> {
  const projectId = await makeProject();
  const [lead, reviewer, coder] = [await addMember(projectId, "coordinator"), await addMember(projectId, "reviewer"), await addMember(projectId, "annotator")];
  const add = async (outlet: string, text: string, kinds = {}) => addArticle(projectId, text, { outletId: await addOutlet(projectId, outlet), kinds });
  const articles = { courier: await add("Courier", TELLINGS.courier, { 5: "chrome" }), standard: await add("Quay Standard", TELLINGS.standard), tern: await add("Tern", TELLINGS.tern) };
  const targetId = await addTarget(projectId, "Harbour board", false);
  const made = await call(lead, "POST", `/projects/${projectId}/article-sets`, { name: "Pier closure", articleIds: Object.values(articles).map((one) => one.articleId) });
  const api: EventWorld["api"] = (method, path, body, who = lead) => call(who, method, `/projects/${projectId}/compare${path}`, body);
  const read: EventWorld["read"] = async (query = "", who) => {
    const found = await api("GET", `/${made.body["id"]}${query}`, undefined, who);
    if (found.status !== 200) throw new Error(found.text);
    return found.body as Comparison;
  };
  return { lead, reviewer, coder, targetId, setId: made.body["id"] as string, articles, api, read };
}

/** The place of a quote in an article. */
export function placeOf(article: TestArticle, quote: string): { articleId: string; revisionId: string; start: number; end: number } {
  const before = article.text.indexOf(quote);
  if (before < 0) throw new Error(`“${quote}” does not stand in the article`);
  const start = [...article.text.slice(0, before)].length;
  return { articleId: article.articleId, revisionId: article.revisionId, start, end: start + [...quote].length };
}

/** The words of a row, one line for each cell: "Tern: …". */
export const wordsOf = (found: Comparison, row: Comparison["rows"][number]): string[] =>
  row.cells.map((cell) => {
    const column = found.columns.find(({ id }) => id === cell.articleId)!;
    return `${column.outlet?.name}: ${cell.sentences.map((index) => column.sentences[index]!.text).join(" ")}`;
  });

/** The row that holds a quote. */
export const rowWith = (found: Comparison, quote: string): Comparison["rows"][number] => {
  const row = found.rows.find((one) => wordsOf(found, one).some((line) => line.includes(quote)));
  if (!row) throw new Error(`“${quote}” stands in no row`);
  return row;
};
