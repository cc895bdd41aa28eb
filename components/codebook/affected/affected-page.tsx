import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { Translator } from "@/components/words/words";
import { AffectedFilters } from "./affected-filters";
import { AffectedList } from "./affected-list";
import { Button } from "@/components/ui/button";
import { writeAffectedQuery } from "./query";
import type { AffectedMark, AffectedQuery } from "./types";

/** The marks that a change of meaning touched, and what became of them. */
export async function AffectedPage({ projectId, query, versions, page, framingNames }: {
  projectId: string;
  query: AffectedQuery;
  /** Numbers of the versions that changed a meaning, newest first. */
  versions: readonly number[];
  page: { items: readonly AffectedMark[]; next: string | null; open: number; settled: number };
  framingNames: Readonly<Record<string, string>>;
}) {
  const [codebook, t] = await Promise.all([requestTranslator("codebook"), requestTranslator("codebook.affected")]);
  const base = `/p/${projectId}/codebook/affected`;
  return (
    <div className="page cb-affected">
      <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>{codebook("title")}</Link></p>
      <PageHead
        title={t("title")} facts={t("facts", { open: page.open, settled: page.settled })}
        sub={t("sub")}
      />
      <AffectedFilters base={base} query={query} versions={versions} />
      {page.items.length === 0 ? <Nothing t={t} query={query} page={page} base={base} /> : <AffectedList key={writeAffectedQuery(query)} projectId={projectId} items={page.items} framingNames={framingNames} />}
      {(page.next !== null || query.after !== undefined) && (
        <nav className="wrap" aria-label={t("pages")}>
          {query.after !== undefined && <Button href={`${base}${writeAffectedQuery({ ...query, after: undefined })}`}>{t("first")}</Button>}
          {page.next !== null && <Button href={`${base}${writeAffectedQuery({ ...query, after: page.next })}`}>{t("more")}</Button>}
        </nav>
      )}
    </div>
  );
}

function Nothing({ t, query, page, base }: { t: Translator<"codebook.affected">; query: AffectedQuery; page: { open: number; settled: number }; base: string }) {
  if (query.version === undefined && page.open + page.settled === 0) return <EmptyState what={t("none")} why={t("noneWhy")} />;
  if (query.state === "open" && page.open === 0) return <EmptyState what={t("allSettled")} why={t("allSettledWhy")} action={<Button size="small" href={`${base}${writeAffectedQuery({ ...query, state: "settled", after: undefined })}`}>{t("show")}</Button>} />;
  return <EmptyState what={t("noMatch")} why={t("noMatchWhy")} action={<Button size="small" href={base}>{t("clear")}</Button>} />;
}
