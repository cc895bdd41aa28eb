"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, type Problem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { useToast } from "@/components/ui/toast";
import { type Fact, standingOf, type TimelineArticle } from "@/lib/compare/timeline";
import type { VerdictWord } from "@/lib/compare/verdict";
import { factVerdicts } from "./api";
import { FactCard, type ShownFact } from "./fact-card";
import { useFactKeys } from "./use-fact-keys";

/** What may be one fact, or is said to be: one card each, decided with buttons or single letters. */
export function FactList({ projectId, facts, articles, mayWrite, keys, none }: { projectId: string; facts: readonly ShownFact[]; articles: readonly TimelineArticle[]; mayWrite: boolean; keys: boolean; none: string }) {
  const t = useTranslations("timeline.list");
  const router = useRouter();
  const toast = useToast();
  const [current, setCurrent] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ key: string; problem: Problem } | null>(null);
  // Two presses before the page is read again would be two verdicts on one pair.
  const busy = useRef(false);
  const place = ({ articleId, start, end }: Fact["a"]) => ({ articleId, revisionId: articles.find(({ id }) => id === articleId)?.revisionId ?? "", start, end });

  const send = async (key: string, work: () => Promise<unknown>, said: string): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    try {
      await work();
      toast({ text: said });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem({ key, problem: error.problem });
    } finally {
      busy.current = false;
      router.refresh();
    }
  };
  const say = ({ key, a, b, verdict }: Fact, word: VerdictWord, note = verdict?.note ?? ""): Promise<void> =>
    send(key, () => unwrap(factVerdicts.$post({ param: { projectId }, json: { subject: "fact", a: place(a), b: place(b), verdict: word, note, replaces: verdict?.id ?? null } })), t(`was.${word}`));
  const undo = async ({ key, verdict }: Fact): Promise<void> => {
    if (verdict) await send(key, () => unwrap(factVerdicts[":verdictId"].$delete({ param: { projectId, verdictId: verdict.id }, json: { version: verdict.version } })), t("was.open"));
  };
  const go = (by: 1 | -1): void => {
    const at = facts.findIndex(({ fact }) => fact.key === current);
    const next = facts[at < 0 ? (by === 1 ? 0 : facts.length - 1) : Math.min(facts.length - 1, Math.max(0, at + by))];
    if (next) document.getElementById(`fact-${next.fact.key.replaceAll(" ", "-")}`)?.focus();
  };
  useFactKeys(keys, (key) => {
    if (key === "next" || key === "previous") return go(key === "next" ? 1 : -1);
    const found = facts.find(({ fact }) => fact.key === current);
    if (!mayWrite || !found) return;
    if (key === "undo") return void undo(found.fact);
    if (standingOf(found.fact) !== key) void say(found.fact, key);
  });

  return (
    <section className="tl-facts" aria-labelledby="facts">
      <div className="tl-sect-h"><h2 id="facts">{t("title")}</h2>{keys && mayWrite && facts.length > 0 && <span className="x12 no-print">{t("keys")}</span>}</div>
      {facts.length === 0 ? <p className="muted">{none}</p> : (
        <ol className="plain-list">
          {facts.map((shown) => (
            <li key={shown.fact.key}>
              <FactCard {...{ projectId, mayWrite, keys, shown }} current={shown.fact.key === current} onCurrent={() => setCurrent(shown.fact.key)} onSay={(word, note) => void say(shown.fact, word, note)} onUndo={() => void undo(shown.fact)} />
              {problem?.key === shown.fact.key && <Alert>{problem.problem.detail}</Alert>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
