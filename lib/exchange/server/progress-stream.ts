import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { progressArticles, type ArticleProgress } from "@/lib/assignments/server/progress-articles";
import { readProgress } from "@/lib/assignments/server/progress-read";
import { readLabelCounts, readMemberDays, readMembers, type MemberDay } from "@/lib/assignments/server/progress-sql";
import { readAside, type AsideRow } from "@/lib/assignments/server/set-aside";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { BOM, csvRecords } from "../csv";
import { annotatorRecords, articleRecords, asideRecords, labelRecords, outletRecords, PROGRESS_COLUMNS, progressCsv, type ProgressTable } from "../progress-csv";
import { PAGE_SIZE } from "./export-sql";
import { streamed } from "./stream";

const head = (table: ProgressTable): string => BOM + csvRecords([PROGRESS_COLUMNS[table]]);
const articles = async (actor: MemberActor, after: ArticleProgress | null) => (await progressArticles(actor, { after: after?.articleId, limit: PAGE_SIZE })).items;
const aside = async (actor: MemberActor, after: AsideRow | null) => (await readAside(actor, { after: after?.assignmentId, limit: PAGE_SIZE })).items;
const days = (actor: MemberActor, after: MemberDay | null) => readMemberDays(actor, after, PAGE_SIZE);

/** One of the tables of progress as CSV: whole where it is small, in pages where it may be long. */
export async function progressAsCsv(actor: MemberActor, by: ProgressTable): Promise<ReadableStream<Uint8Array> | string> {
  if (by === "article") return streamed(actor, articles, head(by), (items) => csvRecords(articleRecords(items)));
  if (by === "aside") return streamed(actor, aside, head(by), (items) => csvRecords(asideRecords(items)));
  if (by === "annotator" || by === "outlet") {
    const progress = await readProgress(actor);
    return progressCsv(by, by === "outlet" ? outletRecords(progress.outlets) : annotatorRecords(progress.annotators, progress.waiting));
  }
  const names = new Map((await readMembers(actor)).map((member) => [member.id, member.pseudonym]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  if (by === "day") return streamed(actor, days, head(by), (items) => csvRecords(items.map((one) => [one.day, nameOf(one.memberId), one.submitted])));
  const [codebook, counts] = await Promise.all([currentCodebook(actor), readLabelCounts(actor)]);
  return progressCsv(by, labelRecords(codebook.content, counts, nameOf));
}
