import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { HEAD_JOINS } from "@/lib/articles/server/article-sql";
import { binder, visibleArticles } from "@/lib/articles/server/visible";
import { rows } from "@/lib/platform/database";
import { chooseFromSet } from "./read-articles";
import { readOmissions, type Omission } from "./omissions";

/** An omission with what a table says of both articles; null where an article is not for the actor to see. */
export type OmissionRow = Omission & { readonly set: string; readonly leaves: Head | null; readonly tells: Head | null };
type Head = { readonly id: string; readonly title: string; readonly outlet: string | null; readonly revisionId: string };

/** The omissions of a set as rows of a table, the oldest first. 404 where there is no such set. */
export async function omissionRows(actor: MemberActor, setId: string): Promise<OmissionRow[]> {
  const { set } = await chooseFromSet(actor, setId, []);
  const found = await readOmissions(actor, setId);
  const { values, bind } = binder();
  const seen = visibleArticles(actor, bind);
  const heads = await rows<Head>(`SELECT a.id, a.title, o.name AS outlet, a.current_revision_id AS "revisionId" FROM article a ${HEAD_JOINS} WHERE ${seen} AND a.id = ANY(${bind([...new Set(found.flatMap((one) => [one.articleId, one.told.articleId]))])}::uuid[])`, values);
  const byId = new Map(heads.map((head) => [head.id, head]));
  const told = found.map((one): OmissionRow => ({ ...one, set: set?.name ?? "", leaves: byId.get(one.articleId) ?? null, tells: byId.get(one.told.articleId) ?? null }));
  return told.filter(({ leaves, tells }) => leaves !== null && tells !== null);
}
