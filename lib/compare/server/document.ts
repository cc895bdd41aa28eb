import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { isAnnotatable } from "@/lib/articles/blocks";
import { MOST } from "../choose";
import type { Column, Comparison, Order, RowName, ShownOmission, ShownRow, ShownVerdict } from "../document";
import type { PassageRow, PassageVerdict } from "../passage";
import { countRows, gatherLone, isHeadlines, rowAt } from "../shown-rows";
import type { Verdict } from "../verdict";
import { alignedRows } from "./aligned";
import { placesNow, type PlaceNow } from "./carry";
import { comparedMarks, type ArticleMarks } from "./marks";
import { readNames, type PassageName } from "./names";
import { readOmissions, type Omission } from "./omissions";
import { chooseByHand, chooseFromSet, readCompared, type Choice, type ReadArticle } from "./read-articles";
import { readVerdictsOfAllTexts } from "./verdicts";

/** How a comparison is asked for. `marks` false reads none, so that nobody sees any. */
export type Asked = { readonly articleIds: readonly string[]; readonly order: Order; readonly marks: boolean };

/** A set's articles side by side: rows of passages, marks, names, omissions and what people said of passages. 404 where there is no such set, or nothing may be compared. */
export async function comparison(actor: MemberActor, setId: string, asked: Asked): Promise<Comparison> {
  return compared(actor, await chooseFromSet(actor, setId, asked.articleIds), asked);
}

/** The same of articles that were named one by one: no set, so no names of rows and no omissions. */
export async function comparisonByHand(actor: MemberActor, asked: Asked): Promise<Comparison> {
  return compared(actor, await chooseByHand(actor, asked.articleIds.slice(0, MOST)), asked);
}

async function compared(actor: MemberActor, { set, articles: choosable, chosen }: Choice, asked: Asked): Promise<Comparison> {
  const ids = chosen.ids;
  const [articles, marks, names, omissions, verdicts] = await Promise.all([
    readCompared(actor, ids),
    asked.marks ? comparedMarks(actor, ids) : { byArticle: new Map<string, ArticleMarks>(), cut: false },
    set ? readNames(actor, set.id) : [],
    set ? readOmissions(actor, set.id) : [],
    readVerdictsOfAllTexts(actor, "passage", ids),
  ]);
  const current = new Map([...choosable, ...articles].map((one) => [one.id, one.revisionId]));
  const now = await placesNow(actor, current, [...names.map(({ place }) => place), ...omissions.map(({ told }) => told), ...verdicts.flatMap(({ a, b }) => [a, b])]);
  const said = verdicts.map((one) => ({ verdict: one, a: now(one.a), b: now(one.b) }));
  const aligned = gatherLone(await alignedRows(actor, articles, said.flatMap(passageVerdict), asked.order), articles);
  const byRow = new Map(names.flatMap((name) => hung(name, now(name.place), aligned, articles)));
  const noted = omissions.filter(({ articleId }) => ids.includes(articleId)).map((one) => ({ one, place: now(one.told) }));
  const rows = aligned.map((row): ShownRow => ({
    ...row, headlines: isHeadlines(row, articles), name: byRow.get(row.key) ?? null,
    omissions: noted.flatMap(({ one, place }) => (place && rowAt([row], place, articles) && !row.cells.some(({ articleId }) => articleId === one.articleId) ? [one.id] : [])),
  }));
  const counts = countRows(rows, ids);
  return {
    set, order: asked.order, missing: chosen.missing, rows, marksCut: marks.cut,
    columns: articles.map((one) => columnOf(one, articles, marks.byArticle.get(one.id), counts.get(one.id) ?? { absent: 0, alone: 0 })),
    choosable: choosable.map(({ id, title, outlet, publishedOn, words }) => ({ id, title, outlet, publishedOn, words })),
    omissions: noted.map(({ one, place }) => shownOmission(actor, one, place, rows, articles)),
    verdicts: said.map(({ verdict, a, b }): ShownVerdict => ({ ...verdict, ...(a && b ? { a: { ...verdict.a, ...placed(a, current) }, b: { ...verdict.b, ...placed(b, current) } } : {}), state: !a || !b ? "changed" : a.moved || b.moved ? "carried" : "standing", quotes: [quoteAt(a, articles), quoteAt(b, articles)] })),
  };
}

type Said = { readonly verdict: Verdict; readonly a: PlaceNow | null; readonly b: PlaceNow | null };
const passageVerdict = ({ verdict, a, b }: Said): PassageVerdict[] =>
  a && b && verdict.verdict !== "conflict" ? [{ articleId: a.articleId, start: a.start, end: a.end, otherId: b.articleId, otherStart: b.start, otherEnd: b.end, verdict: verdict.verdict }] : [];

const placed = ({ articleId, start, end }: PlaceNow, current: ReadonlyMap<string, string>) => ({ revisionId: current.get(articleId)!, start, end });

/** Later names come later in the list, and take the place of an earlier one. */
function hung({ id, name, by, at, version }: PassageName, place: PlaceNow | null, rows: readonly PassageRow[], articles: readonly ReadArticle[]): [string, RowName][] {
  const row = place && rowAt(rows, place, articles);
  return row ? [[row.key, { id, name, by, at, version }]] : [];
}

function quoteAt(place: PlaceNow | null, articles: readonly ReadArticle[]): string {
  if (place === null) return "";
  const inside = articles.find(({ id }) => id === place.articleId)?.sentences.filter(({ start, end }) => start < place.end && place.start < end) ?? [];
  return inside.map(({ text }) => text).join(" ");
}

function shownOmission(actor: MemberActor, { id, articleId, told, quote, note, by, memberId, at, version }: Omission, place: PlaceNow | null, rows: readonly ShownRow[], articles: readonly ReadArticle[]): ShownOmission {
  const row = place ? rowAt(rows, place, articles) : undefined;
  return {
    id, articleId, told: place && { articleId: place.articleId, start: place.start, end: place.end }, toldBy: told.articleId, quote, note, by, at, version,
    nowTold: row?.cells.some((cell) => cell.articleId === articleId) ?? false, mayChange: memberId === actor.memberId || actor.role === "coordinator",
  };
}

function columnOf(article: ReadArticle, all: readonly ReadArticle[], marks: ArticleMarks | undefined, counts: { absent: number; alone: number }): Column {
  const { id, title, outlet, publisher, byline, publishedOn, language, genre, words, workId, revisionId, blocks, sentences, leftOut, speech, ownVoiceCodePoints } = article;
  const told = blocks.filter(({ kind }) => isAnnotatable(kind)).reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    id, title, outlet, publisher, byline, publishedOn, language, genre, words, workId, revisionId, blocks, sentences, leftOut, speech, ...counts,
    copies: all.filter((other) => other.id !== id && other.workId === workId).map((other) => other.id),
    ownShare: told === 0 ? null : Math.min(1, ownVoiceCodePoints / told),
    layer: marks?.layer ?? "none",
    marks: marks?.marks ?? [],
  };
}
