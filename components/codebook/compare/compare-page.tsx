import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { ClassifiedChange } from "@/lib/codebook/content";
import type { ShownVersion, VersionLine } from "../types";
import { ChangeEntry, MeaningTag } from "./change-entry";
import { ComparePicker } from "./compare-picker";
import { groupChanges, type ReadChange } from "./group-changes";

/** What was said of the meaning of changes on the way from one version to a later one. */
export function saidBetween(versions: readonly VersionLine[], from: number, to: number): ClassifiedChange[] {
  return versions.filter((version) => version.number > from && version.number <= to).flatMap((version) => version.changes);
}

/** The differences between two versions of the codebook. */
export async function ComparePage({ projectId, versions, from, to, changes }: { projectId: string; versions: readonly VersionLine[]; from: ShownVersion; to: ShownVersion; changes: readonly ReadChange[] }) {
  const t = await requestTranslator("codebook");
  const groups = groupChanges(t, changes, saidBetween(versions, from.number, to.number));
  const touching = groups.filter((group) => group.meaning === true).length;
  return (
    <div className="page cb-narrow">
      <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>{t("title")}</Link></p>
      <PageHead title={t("compare.title")} facts={touching > 0 ? t("compare.factsMeaning", { from: from.number, to: to.number, n: groups.length, meaning: touching }) : t("compare.facts", { from: from.number, to: to.number, n: groups.length })} />
      <ComparePicker base={`/p/${projectId}/codebook/compare`} versions={versions.map(({ id, number, publishedAt }) => ({ id, number, publishedAt }))} from={from.id} to={to.id} />
      {from.number > to.number && <Note>{t("compare.reversed")}</Note>}
      {groups.length === 0 ? (
        <EmptyState what={from.id === to.id ? t("compare.same") : t("compare.equal")} why={t("compare.why")} />
      ) : (
        <ul className="cb-changes" aria-label={t("changes")}>{groups.map((group) => <ChangeEntry t={t} key={group.labelId} group={group} level={2} end={group.meaning === null ? null : <MeaningTag t={t} meaning={group.meaning} />} />)}</ul>
      )}
    </div>
  );
}
