import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { counted } from "@/lib/figures/numbers";
import { AffectedFilters } from "./affected-filters";
import { AffectedList } from "./affected-list";
import { Button } from "@/components/ui/button";
import { writeAffectedQuery } from "./query";
import type { AffectedMark, AffectedQuery } from "./types";

/** The marks that a change of meaning touched, and what became of them. */
export function AffectedPage({ projectId, query, versions, page, framingNames }: {
  projectId: string;
  query: AffectedQuery;
  /** Numbers of the versions that changed a meaning, newest first. */
  versions: readonly number[];
  page: { items: readonly AffectedMark[]; next: string | null; open: number; settled: number };
  framingNames: Readonly<Record<string, string>>;
}) {
  const base = `/p/${projectId}/codebook/affected`;
  return (
    <div className="page cb-affected">
      <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>Codebook</Link></p>
      <PageHead
        title="Marks to look at again" facts={`${counted(page.open, "mark")} to look at, ${page.settled.toLocaleString("en")} settled`}
        sub="A change of the codebook gave what these marks say another meaning. Their annotators see a sign on each; keeping, changing or deleting the mark settles it. Submitted articles have to be returned first."
      />
      <AffectedFilters base={base} query={query} versions={versions} />
      {page.items.length === 0 ? <Nothing query={query} page={page} base={base} /> : <AffectedList key={writeAffectedQuery(query)} projectId={projectId} items={page.items} framingNames={framingNames} />}
      {(page.next !== null || query.after !== undefined) && (
        <nav className="wrap" aria-label="Pages of the list">
          {query.after !== undefined && <Button href={`${base}${writeAffectedQuery({ ...query, after: undefined })}`}>To the first</Button>}
          {page.next !== null && <Button href={`${base}${writeAffectedQuery({ ...query, after: page.next })}`}>More marks</Button>}
        </nav>
      )}
    </div>
  );
}

function Nothing({ query, page, base }: { query: AffectedQuery; page: { open: number; settled: number }; base: string }) {
  if (query.version === undefined && page.open + page.settled === 0) return <EmptyState what="No mark needs another look" why="Marks appear here when a new version of the codebook changes what a label means." />;
  if (query.state === "open" && page.open === 0) return <EmptyState what="All of them are settled" why="Every mark that the change touched was kept, changed or deleted by its annotator." action={<Button size="small" href={`${base}${writeAffectedQuery({ ...query, state: "settled", after: undefined })}`}>Show what became of them</Button>} />;
  return <EmptyState what="No mark matches" why="Nothing is settled yet, or this version changed no meaning." action={<Button size="small" href={base}>Clear filters</Button>} />;
}
