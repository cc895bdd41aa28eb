import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { logOdds, mostTelling } from "../words/log-odds";
import { addCounts, countPhrases } from "../words/phrases";
import { type OutletWords, priorOf, TOLD_WORDS, type WordsChoice, type WordsReport } from "../words/report";
import { readScope, readTargets } from "./word-scope";
import { eachText, markedRanges } from "./word-texts";

/**
 * The words and phrases that each outlet uses more than the others, by `logOdds`: of what coders marked, or of whole
 * texts. Copies of a work count once for an outlet; works of unknown outlets are left out and counted. Throws 404 where
 * nothing may be compared, and for a set or target that is not there.
 */
export async function readWords(actor: MemberActor, choice: WordsChoice): Promise<WordsReport> {
  const ranges = choice.basis === "spans" ? await markedRanges(actor, choice) : null;
  const [{ told, articles }, targets] = await Promise.all([readScope(actor, choice.setId, ranges === null ? null : [...ranges.keys()]), readTargets(actor)]);
  if (choice.targetId !== null && !targets.some(({ id }) => id === choice.targetId)) throw notFound();
  const outlets = new Map([...articles].sort((a, b) => (a.outlet < b.outlet ? -1 : 1)).map(({ outletId, outlet }) => [outletId, { id: outletId, name: outlet, works: 0, words: 0, counts: new Map<string, number>() }]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  await eachText(actor, articles.map(({ id }) => id), ranges, (articleId, stretches) => {
    const article = byId.get(articleId);
    const outlet = outlets.get(article?.outletId ?? "");
    if (!article || !outlet) return;
    outlet.works += 1;
    for (const { text } of stretches) {
      const { counts, words } = countPhrases(text, article.language);
      addCounts(outlet.counts, counts);
      outlet.words += words;
    }
  });
  const all = [...outlets.values()];
  const total = all.reduce((sum, { words }) => sum + words, 0);
  const prior = priorOf(choice.basis, total);
  const odds = logOdds(all.map(({ id, counts }) => ({ groupId: id, counts })), prior);
  const perThousand = (n: number, words: number): number => (words === 0 ? 0 : (1000 * n) / words);
  return {
    scope: told,
    choice,
    prior,
    targets,
    outlets: all.map(({ id, name, works, words }): OutletWords => ({
      id, name, works, words,
      told: mostTelling(odds.get(id) ?? [], TOLD_WORDS).map((word) => ({ ...word, perThousand: perThousand(word.n, words), othersPerThousand: perThousand(word.others, total - words) })),
    })),
  };
}
