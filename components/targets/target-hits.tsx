"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Tag } from "@/components/ui/tag";
import type { Snippet } from "@/lib/codebook/hits";
import type { HitArticle, TargetHits } from "@/lib/codebook/server/target-hits";
import { placesApi } from "./api";

/** So many answers without a hit are gone through at one press. */
const PAGES = 10;

/** Articles in which the names of a target stand, as far as the collection was looked through. */
export function TargetHitsSection({ projectId, first }: { projectId: string; first: TargetHits }) {
  const t = useTranslations("targets.hits");
  const acts = useTranslations("acts");
  const ui = useTranslations("ui");
  const [found, setFound] = useState({ items: first.items as readonly HitArticle[], looked: first.looked, next: first.next });
  const [ambiguous, setAmbiguous] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const doubtful = first.names.filter((name) => name.isAmbiguous);

  const look = async (withAmbiguous: boolean, from: typeof found) => {
    setBusy(true);
    setProblem(null);
    setAmbiguous(withAmbiguous);
    let at = from;
    try {
      for (let page = 0; page < PAGES && (page === 0 || (at.items.length === from.items.length && at.next !== null)); page++) {
        const more = await unwrap(placesApi.hits.$get({ param: { projectId, targetId: first.target.id }, query: { ...(withAmbiguous ? { ambiguous: "true" as const } : {}), ...(at.next === null ? {} : { after: at.next }), limit: 50 } }));
        at = { items: [...at.items, ...more.items], looked: at.looked + more.looked, next: more.next };
      }
    } catch (error) {
      setProblem(problemOf(error));
      // Nothing came: what was shown before stays, and so does how it was asked for.
      if (at === from) setAmbiguous(ambiguous);
    } finally {
      if (at !== from) setFound(at);
      setBusy(false);
    }
  };

  return (
    <section className="sect" aria-labelledby="hits-title">
      <div className="sect-h">
        <h2 id="hits-title">{t("title")}</h2>
        <span className="x12 num" role="status">{found.next === null ? t("all", { n: found.items.length, of: first.of }) : t("soFar", { n: found.items.length, looked: found.looked, of: first.of })}</span>
      </div>
      <Names names={first.names} />
      {doubtful.length > 0 && <Checkbox label={t("ambiguousToo")} hint={t("ambiguousHint")} checked={ambiguous} disabled={busy} onChange={(event) => void look(event.target.checked, { items: [], looked: 0, next: null })} />}
      {problem && <ErrorState level={3} what={t("brokeOff")} safe={t("safe")} todo={problem.detail} reference={problem.requestId === null ? undefined : ui("request", { id: problem.requestId })} />}
      {found.items.length === 0 && found.next === null && <EmptyState level={3} what={t("none")} why={first.of === 0 ? t("noArticles") : t("leftOut")} />}
      <ul className="hits" aria-label={t("list")}>{found.items.map((article) => <Hit key={article.articleId} projectId={projectId} article={article} />)}</ul>
      {found.next !== null && <p><Button busy={busy} onClick={() => void look(ambiguous, found)}>{busy ? acts("looking") : acts("look")}</Button></p>}
    </section>
  );
}

function Names({ names }: { names: TargetHits["names"] }) {
  const t = useTranslations("targets.hits");
  return (
    <ul className="wrap" aria-label={t("names")}>
      {names.map(({ name, isAmbiguous, also }) => (
        <li key={name}><Tag><bdi>{name}</bdi>{isAmbiguous && <span className="faint">{also.length > 0 ? t("ambiguousAlso", { names: also.join(", ") }) : t("ambiguous")}</span>}</Tag></li>
      ))}
    </ul>
  );
}

function Hit({ projectId, article }: { projectId: string; article: HitArticle }) {
  const { articleId, title, outlet, certain, doubtful, snippets } = article;
  const t = useTranslations("targets.hits");
  const counts = [certain > 0 && t("times", { n: certain }), doubtful > 0 && t("doubtful", { n: doubtful })].filter(Boolean).join(", ");
  return (
    <li>
      <p className="wrap"><Link className="serif t16" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}><bdi>{title}</bdi></Link>{outlet !== null && <span className="x12"><bdi>{outlet}</bdi></span>}<span className="x12 num push">{counts}</span></p>
      <ul>{snippets.map((snippet) => <Words key={snippet.start} snippet={snippet} />)}</ul>
    </li>
  );
}

function Words({ snippet }: { snippet: Snippet }) {
  const t = useTranslations("targets.hits");
  return <li className="serif" dir="auto">{snippet.before}<b>{snippet.words}</b>{snippet.after}{snippet.needsLook && <> <Tag>{t("needsLook")}</Tag></>}</li>;
}
