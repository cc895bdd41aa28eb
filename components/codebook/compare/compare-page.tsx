import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { counted } from "@/lib/figures/numbers";
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
export function ComparePage({ projectId, versions, from, to, changes }: { projectId: string; versions: readonly VersionLine[]; from: ShownVersion; to: ShownVersion; changes: readonly ReadChange[] }) {
  const groups = groupChanges(changes, saidBetween(versions, from.number, to.number));
  const touching = groups.filter((group) => group.meaning === true).length;
  return (
    <div className="page cb-narrow">
      <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>Codebook</Link></p>
      <PageHead title="What changed" facts={`version ${from.number} to version ${to.number}: ${counted(groups.length, "thing")} changed${touching > 0 ? `, ${touching} in meaning` : ""}`} />
      <ComparePicker base={`/p/${projectId}/codebook/compare`} versions={versions.map(({ id, number, publishedAt }) => ({ id, number, publishedAt }))} from={from.id} to={to.id} />
      {from.number > to.number && <Note>The newer version stands on the left, so additions read as removals.</Note>}
      {groups.length === 0 ? (
        <EmptyState what={from.id === to.id ? "This is one and the same version" : "The two versions say the same"} why="Choose two different versions to see what changed between them." />
      ) : (
        <ul className="cb-changes" aria-label="Changes">{groups.map((group) => <ChangeEntry key={group.labelId} group={group} level={2} end={group.meaning === null ? null : <MeaningTag meaning={group.meaning} />} />)}</ul>
      )}
    </div>
  );
}
