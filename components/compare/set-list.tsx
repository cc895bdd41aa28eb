import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { datesIn } from "@/components/words/dates-in";
import { requestTranslator, requestWords } from "@/components/words/request-words";
import type { ComparableSet } from "@/lib/compare/server/sets";
import type { Role } from "@/lib/projects/permissions";

/** The events of a project that can be compared, with what was noted about each. */
export async function CompareList({ projectId, sets, role }: { projectId: string; sets: readonly ComparableSet[]; role: Role }) {
  const t = await requestTranslator("compare.list");
  const links = role !== "annotator" && <><Button size="small" href={`/p/${projectId}/sets`}>{t("sets")}</Button><Button size="small" href={`/p/${projectId}/articles`}>{t("articles")}</Button></>;
  return (
    <div className="page compares">
      <PageHead title={t("title")} facts={sets.length > 0 ? t("facts", { n: sets.length }) : undefined} sub={t("sub")} acts={sets.length > 0 && links} />
      {sets.length === 0 ? (
        <EmptyState what={t("none")} why={t(role === "annotator" ? "noneYours" : "noneWhy")} who={role === "coordinator" || role === "annotator" ? undefined : t("noneWho")} action={links && <span className="row wrap">{links}</span>} />
      ) : (
        <ul className="events" aria-label={t("title")}>{sets.map((set) => <li key={set.id}><Event projectId={projectId} set={set} /></li>)}</ul>
      )}
    </div>
  );
}

async function Event({ projectId, set }: { projectId: string; set: ComparableSet }) {
  const t = await requestTranslator("compare.list");
  const sizes = await requestTranslator("sets");
  const { date } = datesIn((await requestWords()).language);
  const days = set.from === null || set.to === null ? null : set.from === set.to ? date(set.from) : sizes("days", { from: date(set.from), to: date(set.to) });
  const named = set.outlets.slice(0, 4).join(", ");
  const noted = [set.omissions > 0 ? t("omissions", { n: set.omissions }) : null, set.conflicts > 0 ? t("conflicts", { n: set.conflicts }) : null].filter((word) => word !== null);
  return (
    <>
      <div>
        <h2 dir="auto">{set.articles > 1 ? <Link href={`/p/${projectId}/compare/${set.id}`}>{set.name}</Link> : set.name}</h2>
        {named !== "" && <p className="x12" dir="auto">{set.outletCount > 4 ? t("moreOutlets", { names: named, n: set.outletCount - 4 }) : named}</p>}
      </div>
      <div className="x12">
        <p>{[days, sizes("size", { articles: set.articles, works: set.works, outlets: set.outletCount })].filter((word) => word !== null).join(" · ")}</p>
        <p>{set.articles > 1 ? noted.join(" · ") : t("tooFew")}</p>
      </div>
    </>
  );
}
