import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { isNearCopy, mayBeCopy } from "../../copies/judge";
import { overlap } from "../../copies/shingles";
import { rows, type Sql } from "@/lib/platform/database";
import { byTheIndex, nearCandidates, shinglesOf, type Candidate } from "./candidates";
import { dropEmptyWorks, holdWorks } from "./works";

/** That an article now belongs to the work of another one, and why. */
export type Joined = { articleId: string; workId: string; withId: string; how: "exact" | "near" };

type Print = { articleId: string; workId: string; digest: string; shingles: number; codePoints: number };
type Match = { withId: string; how: Joined["how"]; likeness: number };

/** Candidates whose texts are read for one article. */
const READ = 20;

/**
 * Puts new articles into the work of an article with the same words: all of them (see `CopyPrint.wordsDigest`), or
 * nearly all (see `isNearCopy`), and nearly all of the first article of that work, too: a report that is rewritten hour by
 * hour is no longer the one it began as. Of several the most alike counts, and the earliest of equals; works that were
 * there are never merged. Runs in the transaction that adds the articles, after their
 * prints, in the order in which they come in; two transactions of a project wait for each other here, so that copies
 * that come in at one moment end in one work. Only for articles on which nothing hangs yet.
 */
export async function joinCopies(actor: MemberActor, tx: Sql, articleIds: readonly string[]): Promise<Joined[]> {
  if (articleIds.length === 0) return [];
  await holdWorks(actor, tx);
  const prints = await printsOf(actor, articleIds, tx);
  const works = new Map(prints.map((print) => [print.articleId, print.workId]));
  const exact = await exactMatches(actor, prints, works, tx);
  const near = await nearMatches(actor, prints, works, tx);
  const matches = merged(exact, near.matches);
  const place = new Map(prints.map((print, i) => [print.articleId, i]));
  const joined = prints.flatMap(({ articleId }, at): Joined[] => {
    const match = (matches.get(articleId) ?? []).find(({ withId, how }) => (place.get(withId) ?? -1) < at && (how === "exact" || near.isLikeFirst(articleId, works.get(withId))));
    const workId = match && works.get(match.withId);
    if (!match || workId === undefined) return [];
    works.set(articleId, workId);
    return [{ articleId, workId, withId: match.withId, how: match.how }];
  });
  const left = new Set(joined.map((one) => one.articleId));
  await moveToWorks(actor, tx, joined, prints.filter((print) => left.has(print.articleId)).map((print) => print.workId));
  return joined;
}

const printsOf = async (actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<Print[]> =>
  rows<Print>(
    `SELECT p.article_id AS "articleId", a.work_id AS "workId", encode(p.words_digest, 'base64') AS digest, p.shingles, a.code_points AS "codePoints"
     FROM unnest($2::uuid[]) WITH ORDINALITY AS x(id, n) JOIN copy_print p ON p.project_id = $1 AND p.article_id = x.id JOIN article a ON a.project_id = $1 AND a.id = x.id ORDER BY x.n`,
    [actor.projectId, articleIds],
    tx,
  );

type Matches = Map<string, Match[]>;

function merged(exact: Matches, near: Matches): Matches {
  for (const [id, matches] of near) exact.set(id, [...(exact.get(id) ?? []), ...matches]);
  return exact;
}

/** The digest of no words at all. */
const NO_WORDS = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/** Articles with all the same words: twenty that were there, and those that come in now. */
async function exactMatches(actor: MemberActor, prints: readonly Print[], works: Map<string, string>, tx: Sql): Promise<Matches> {
  const wordy = prints.filter((print) => print.digest !== NO_WORDS);
  const byDigest = byKey(wordy, (print) => print.digest);
  const found = await rows<{ digest: string; otherId: string; workId: string }>(
    `SELECT encode(x.digest, 'base64') AS digest, a.id AS "otherId", a.work_id AS "workId" FROM unnest($2::bytea[]) AS x(digest) CROSS JOIN LATERAL (
       SELECT p.article_id FROM copy_print p WHERE p.project_id = $1 AND p.words_digest = x.digest AND p.article_id <> ALL($3::uuid[]) LIMIT 20
     ) o JOIN article a ON a.project_id = $1 AND a.id = o.article_id ORDER BY a.created_at, a.id`,
    [actor.projectId, [...byDigest.keys()].map((digest) => Buffer.from(digest, "base64")), prints.map((print) => print.articleId)],
    tx,
  );
  for (const { otherId, workId } of found) works.set(otherId, workId);
  const there = byKey(found, (one) => one.digest);
  const match = (withId: string): Match => ({ withId, how: "exact", likeness: 1 });
  return new Map(
    wordy.map(({ articleId, digest }) => {
      const [old, fresh] = [there.get(digest) ?? [], byDigest.get(digest) ?? []];
      return [articleId, [...old.map((one) => match(one.otherId)), ...fresh.slice(0, 20).filter((one) => one.articleId !== articleId).map((one) => match(one.articleId))]];
    }),
  );
}

type Near = { matches: Matches; /** Whether an article is a copy of the first one of a work. */ isLikeFirst: (articleId: string, workId: string | undefined) => boolean };

async function nearMatches(actor: MemberActor, prints: readonly Print[], works: Map<string, string>, tx: Sql): Promise<Near> {
  const candidates = (await byTheIndex(actor, tx, () => nearCandidates(actor, prints.map((print) => print.articleId), READ, tx))).filter((one) => mayBeCopy(sizesOf(one)));
  if (candidates.length === 0) return { matches: new Map(), isLikeFirst: () => false };
  const sizes = new Map(prints.map((print) => [print.articleId, print]));
  const wanted = new Map<string, { codePoints: number }>();
  for (const one of candidates) {
    wanted.set(one.otherId, one).set(one.articleId, sizes.get(one.articleId) ?? one);
    if (!sizes.has(one.otherId)) works.set(one.otherId, one.otherWork);
  }
  const firsts = await firstOf(actor, [...new Set([...candidates.map((one) => one.otherWork), ...works.values()])], tx);
  const fresh = new Set(prints.map((print) => print.articleId));
  for (const first of firsts.values()) if (!fresh.has(first.id)) wanted.set(first.id, first);
  const shingles = await shinglesOf(actor, wanted, tx);
  const none = new Uint32Array(0);
  const alike = (id: string, other: string) => {
    const [a, b] = [shingles.get(id) ?? none, shingles.get(other) ?? none];
    const shared = overlap(a, b);
    return { ...shared, is: isNearCopy({ a: a.length, b: b.length }, shared) };
  };
  const found = candidates.flatMap((one) => {
    const { is, jaccard } = alike(one.articleId, one.otherId);
    return is ? [{ articleId: one.articleId, withId: one.otherId, how: "near" as const, likeness: jaccard }] : [];
  });
  found.sort((a, b) => b.likeness - a.likeness || (a.withId < b.withId ? -1 : 1));
  const isLikeFirst = (articleId: string, workId: string | undefined): boolean => {
    const first = firsts.get(workId ?? "");
    return first !== undefined && alike(articleId, first.id).is;
  };
  return { matches: byKey(found, (one) => one.articleId), isLikeFirst };
}

/** The article with which each of some works began. */
async function firstOf(actor: MemberActor, workIds: readonly string[], tx: Sql): Promise<Map<string, { id: string; codePoints: number }>> {
  const found = await rows<{ workId: string; id: string; codePoints: number }>(
    `SELECT DISTINCT ON (work_id) work_id AS "workId", id, code_points AS "codePoints" FROM article WHERE project_id = $1 AND work_id = ANY($2::uuid[]) ORDER BY work_id, created_at, id`,
    [actor.projectId, workIds],
    tx,
  );
  return new Map(found.map((one) => [one.workId, one]));
}

const sizesOf = (one: Candidate) => ({ a: one.shingles, b: one.otherShingles });

/** Writes the works of articles; their earlier works, in which nobody is left, go. */
async function moveToWorks(actor: MemberActor, tx: Sql, joined: readonly Joined[], before: readonly string[]): Promise<void> {
  if (joined.length === 0) return;
  await rows(
    "UPDATE article a SET work_id = x.work_id FROM unnest($2::uuid[], $3::uuid[]) AS x(id, work_id) WHERE a.project_id = $1 AND a.id = x.id",
    [actor.projectId, joined.map((one) => one.articleId), joined.map((one) => one.workId)],
    tx,
  );
  await dropEmptyWorks(actor, tx, before);
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
