"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { useDates } from "@/components/words/use-dates";
import { setsApi } from "./api";

type Proposal = { articles: readonly { id: string; title: string; outlet: string | null; publishedOn: string }[]; from: string; to: string; words: readonly string[] };
export type ShownProposals = { items: readonly Proposal[]; looked: number; next: string | null };

/** Groups of articles that seem to tell one event, each with the words and days that say so. */
export function Proposals({ projectId, proposals, until, mayWrite }: { projectId: string; proposals: ShownProposals; until: string | undefined; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("sets.proposals");
  const sets = useTranslations("sets");
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const base = `/p/${projectId}`;
  const accept = async ({ articles }: Proposal) => {
    const [first] = articles;
    if (!first) return;
    setBusy(first.id);
    setProblem(null);
    try {
      const articleIds = articles.map((article) => article.id);
      const made = await unwrap(setsApi.$post({ param: { projectId }, json: { name: `${first.title.slice(0, 180)} (${first.publishedOn})`, kind: "event", articleIds } }));
      toast({ text: sets("made", { name: made.name }) });
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <section className="sect" aria-labelledby="proposed">
      <div className="sect-h"><h2 id="proposed">{t("title")}</h2><span className="x12">{t("looked", { n: proposals.looked })}</span></div>
      <p className="x12">{t("sub")}</p>
      {problem && <Alert>{problem.detail}</Alert>}
      {proposals.items.length === 0 ? <p>{t("none")}</p> : (
        <ul className="proposed">{proposals.items.map((one) => <Proposed key={one.articles[0]?.id} {...{ base, one }} busy={busy === one.articles[0]?.id} accept={mayWrite ? () => void accept(one) : undefined} />)}</ul>
      )}
      <div className="row">
        {until !== undefined && <Button size="small" href={`${base}/sets`}>{t("newest")}</Button>}
        {proposals.next !== null && <Button size="small" href={`${base}/sets?until=${proposals.next}`}>{t("earlier")}</Button>}
      </div>
    </section>
  );
}

function Proposed({ base, one, busy, accept }: { base: string; one: Proposal; busy: boolean; accept: (() => void) | undefined }) {
  const t = useTranslations("sets.proposals");
  const sets = useTranslations("sets");
  const { date } = useDates();
  return (
    <li>
      <div className="sect-h">
        <span className="x12">{one.from === one.to ? date(one.from) : sets("days", { from: date(one.from), to: date(one.to) })}</span>
        {accept && <span className="push"><Button size="small" busy={busy} label={t("acceptOf", { title: one.articles[0]?.title ?? "" })} onClick={accept}>{t("accept")}</Button></span>}
      </div>
      <ul className="copies">
        {one.articles.map((article) => <li key={article.id}><Link className="serif wrap-any" dir="auto" href={`${base}/articles/${article.id}`}>{article.title}</Link> <span className="x12" dir="auto">{article.outlet}</span></li>)}
      </ul>
      <div className="wrap"><span className="x12">{t("words")}</span>{one.words.map((word) => <Tag key={word}><bdi>{word}</bdi></Tag>)}</div>
    </li>
  );
}
