"use client";

import { RefreshCw, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl/react";
import type { Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import type { Preview } from "@/lib/assignments/plan/preview";
import { Loads } from "./loads";
import { Overlap } from "./overlap";

type Props = { projectId: string; preview: Preview | null; problem: Problem | null; loading: boolean; incomplete: boolean; changed: boolean; busy: boolean; confirm: () => void; again: () => void };

/** What the assignment would do, and the one button that does it. */
export function PlanPane({ projectId, preview, problem, loading, incomplete, changed, busy, confirm, again }: Props) {
  const t = useTranslations("assign.plan");
  const nothing = preview !== null && preview.assignments + preview.places === 0;
  return (
    <section className="sect plan-pane" aria-labelledby="what-it-does" aria-busy={loading}>
      <div className="sect-h"><h2 id="what-it-does">{t("title")}</h2>{preview && <span className="x12">{t("nothingYet")}</span>}</div>
      {incomplete && <p className="muted">{t("incomplete")}</p>}
      {!incomplete && problem && <Alert>{problem.detail}</Alert>}
      {!incomplete && !problem && !preview && <Skeleton label={t("planning")} rows={6} look="text" />}
      {preview && !incomplete && (
        <div className={loading ? "plan stale" : "plan"}>
          {changed && <Note>{t("changed")}</Note>}
          <dl className="plan-figures">
            {preview.places > 0 ? <Figure n={preview.places} name={t("places", { n: preview.places })} /> : <Figure n={preview.assignments} name={t("assignments", { n: preview.assignments })} />}
            <Figure n={preview.works} name={t("articles", { n: preview.works })} />
            <Figure n={preview.people.length} name={t("people", { n: preview.people.length })} />
          </dl>
          {preview.warnings.length > 0 && (
            <ul className="plan-warnings">
              {preview.warnings.map((warning) => <li key={warning}><Icon of={TriangleAlert} size="s" /><span>{warning}</span></li>)}
            </ul>
          )}
          {preview.short.count > 0 && <Short projectId={projectId} short={preview.short} />}
          {preview.places > 0 ? <p className="muted">{t("pool")}</p> : (
            <>
              <h3>{t("loads")}</h3>
              <Loads people={preview.people} />
              {preview.overlap && <><h3>{t("shared")}</h3><Overlap overlap={preview.overlap} people={preview.people} /></>}
            </>
          )}
          <div className="plan-acts">
            <Button look="primary" busy={busy} disabled={nothing || loading} onClick={confirm}>{busy ? t("assigning") : nothing ? t("nothing") : preview.places > 0 ? t("openPool", { n: preview.places }) : t("assign", { articles: preview.given, people: preview.people.filter((person) => person.added > 0).length })}</Button>
            <span className="x12 num">{t.rich("seed", { seed: preview.seed, code: (words) => <code>{words}</code> })}</span>
            {preview.strategy !== "everyone" && preview.places === 0 && <Button look="quiet" size="small" icon={<Icon of={RefreshCw} size="s" />} onClick={again}>{t("again")}</Button>}
          </div>
        </div>
      )}
    </section>
  );
}

function Figure({ n, name }: { n: number; name: string }) {
  const format = useFormatter();
  return <div><dt>{name}</dt><dd className="num">{format.number(n)}</dd></div>;
}

function Short({ projectId, short }: { projectId: string; short: Preview["short"] }) {
  const t = useTranslations("assign.plan");
  return (
    <details className="plan-short">
      <summary>{t("short")}</summary>
      <ul>
        {short.items.map((item) => <li key={item.articleId}><Link className="link" dir="auto" href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link> <span className="muted">{t("lacks", { n: item.missing })}</span></li>)}
        {short.count > short.items.length && <li className="muted">{t("more", { n: short.count - short.items.length })}</li>}
      </ul>
    </details>
  );
}
