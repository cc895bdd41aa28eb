import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { counted } from "@/lib/figures/numbers";
import type { SpansBehind } from "@/lib/stance/server/spans-behind";
import type { SpanQuery } from "@/lib/stance/span-query";
import { SpanList } from "./span-list";

type Props = { projectId: string; query: SpanQuery; names: { whose: string; target: string }; list: SpansBehind; first: boolean };

/** The page behind a number: which spans it counts. */
export function SpansPage({ projectId, query, names, list, first }: Props) {
  const given = Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const more = list.next === null ? null : `?${new URLSearchParams([...given, ["cursor", list.next]]).toString()}`;
  const back = new URLSearchParams({ by: query.by, target: query.targetId, outlet: query.outletId ?? query.publisherId ?? query.workId ?? "" }).toString();
  return (
    <div className="page">
      <PageHead
        title={`${names.whose} on ${names.target}`}
        facts={counted(list.total, "span")}
        acts={<Button size="small" href={`/p/${projectId}/stance?${back}`}>Back to the figures</Button>}
        sub={`${sentence(query)} Submitted work, direct hits, every annotator and copy; the words lead to their place in the article.`}
      />
      {list.items.length === 0 && <EmptyState what="No span is behind this number" why="The figures count 0 here: articles that address the target without a mark are counted as such." />}
      <SpanList projectId={projectId} items={list.items} />
      {(more !== null || !first) && (
        <nav className="wrap" aria-label="Pages">
          {!first && <Button href={`?${new URLSearchParams(given).toString()}`}>To the first</Button>}
          {more !== null && <Button href={more}>More spans</Button>}
        </nav>
      )}
    </div>
  );
}

function sentence({ voice, framing, by }: SpanQuery): string {
  const framed = framing === undefined ? "Every framing" : { advocacy: "Advocacy", neutral: "Neutral", critical: "Critical" }[framing];
  const said = voice === undefined ? "in every voice" : { own: by === "publisher" ? "in its own voice, with what it set above copies" : "in its own voice", quoted: "in quoted words", embedded: "in embedded posts" }[voice];
  return `${framed}, ${said}.`;
}
