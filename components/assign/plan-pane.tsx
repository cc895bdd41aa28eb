"use client";

import { RefreshCw, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import type { Preview } from "@/lib/assignments/plan/preview";
import { Loads } from "./loads";
import { Overlap } from "./overlap";
import { actWords, counted } from "./words";

type Props = { projectId: string; preview: Preview | null; problem: Problem | null; loading: boolean; incomplete: boolean; changed: boolean; busy: boolean; confirm: () => void; again: () => void };

/** What the assignment would do, and the one button that does it. */
export function PlanPane({ projectId, preview, problem, loading, incomplete, changed, busy, confirm, again }: Props) {
  const nothing = preview !== null && preview.assignments + preview.places === 0;
  return (
    <section className="sect plan-pane" aria-labelledby="what-it-does" aria-busy={loading}>
      <div className="sect-h"><h2 id="what-it-does">What this does</h2>{preview && <span className="x12">Nothing is assigned yet.</span>}</div>
      {incomplete && <p className="muted">Say which articles and who, and how many; then you see here what everybody gets.</p>}
      {!incomplete && problem && <Alert>{problem.detail}</Alert>}
      {!incomplete && !problem && !preview && <Skeleton label="Planning" rows={6} look="text" />}
      {preview && !incomplete && (
        <div className={loading ? "plan stale" : "plan"}>
          {changed && <Note>Articles, people or assignments changed meanwhile. This is the plan as it is now.</Note>}
          <dl className="plan-figures">
            {preview.places > 0 ? <Figure n={preview.places} name={preview.places === 1 ? "place in the pool" : "places in the pool"} /> : <Figure n={preview.assignments} name={preview.assignments === 1 ? "assignment" : "assignments"} />}
            <Figure n={preview.works} name={preview.works === 1 ? "article" : "articles"} />
            <Figure n={preview.people.length} name={preview.people.length === 1 ? "person" : "people"} />
          </dl>
          {preview.warnings.length > 0 && (
            <ul className="plan-warnings">
              {preview.warnings.map((warning) => <li key={warning}><Icon of={TriangleAlert} size="s" /><span>{warning}</span></li>)}
            </ul>
          )}
          {preview.short.count > 0 && <Short projectId={projectId} short={preview.short} />}
          {preview.places > 0 ? <p className="muted">Nobody gets anything yet. Each of these people can take the next article from their own page; a work never gets more readers than it has places.</p> : (
            <>
              <h3>Loads</h3>
              <Loads people={preview.people} />
              {preview.overlap && <><h3>Shared articles</h3><Overlap overlap={preview.overlap} people={preview.people} /></>}
            </>
          )}
          <div className="plan-acts">
            <Button look="primary" busy={busy} disabled={nothing || loading} onClick={confirm}>{busy ? "Assigning…" : nothing ? "Nothing to assign" : actWords(preview)}</Button>
            <span className="x12 num">Seed <code>{preview.seed}</code></span>
            {preview.strategy !== "everyone" && preview.places === 0 && <Button look="quiet" size="small" icon={<Icon of={RefreshCw} size="s" />} onClick={again}>Draw again</Button>}
          </div>
        </div>
      )}
    </section>
  );
}

function Figure({ n, name }: { n: number; name: string }) {
  return <div><dt>{name}</dt><dd className="num">{n.toLocaleString("en")}</dd></div>;
}

function Short({ projectId, short }: { projectId: string; short: Preview["short"] }) {
  return (
    <details className="plan-short">
      <summary>Which articles lack people</summary>
      <ul>
        {short.items.map((item) => <li key={item.articleId}><Link className="link" dir="auto" href={`/p/${projectId}/articles/${item.articleId}`}>{item.title}</Link> <span className="muted">lacks {counted(item.missing, "person", "people")}</span></li>)}
        {short.count > short.items.length && <li className="muted">and {(short.count - short.items.length).toLocaleString("en")} more</li>}
      </ul>
    </details>
  );
}
