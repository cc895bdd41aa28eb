import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { revisionReport } from "@/lib/annotations/server/revise/history";
import type { MovedMark } from "@/lib/annotations/server/revise/revise";
import { OUTCOMES } from "@/lib/articles/reanchor/reanchor";
import { BOM, csvRecords } from "../csv";

const PAGE = 1_000;
const COLUMNS = ["outcome", "score", "annotator", "target", "words_before", "words_now", "span_id"] as const;

/** What became of every standing mark when a revision was made, exact ones too, as CSV. */
export async function revisionCsv(actor: MemberActor, articleId: string, revisionId: string): Promise<string> {
  const items: MovedMark[] = [];
  for (let after: string | undefined; ; ) {
    const page = await revisionReport(actor, articleId, revisionId, { outcomes: OUTCOMES, after, limit: PAGE });
    items.push(...page.items);
    if (page.next === null) break;
    after = page.next;
  }
  return BOM + csvRecords([COLUMNS, ...items.map((one) => [one.outcome, one.score, one.annotator, one.target, one.before, one.after, one.spanId])]);
}
