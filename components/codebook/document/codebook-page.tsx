import { Download, Pencil, Printer } from "lucide-react";
import { day } from "@/components/accounts/dates";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import type { ShownVersion, VersionLine } from "../types";
import { CodebookDocument } from "./codebook-document";
import { Contents } from "./contents";
import { History } from "./history";
import { PrintButton } from "./print-button";
import { VersionPicker } from "./version-picker";

/** The codebook as everybody reads it, with its history. */
export function CodebookPage({ projectId, version, versions, draft, mayWrite, affected }: {
  projectId: string;
  version: ShownVersion;
  /** Newest first. */
  versions: readonly VersionLine[];
  draft: { number: number } | null;
  mayWrite: boolean;
  /** Marks that wait for a look; null where one may not see them. */
  affected: { open: number; settled: number } | null;
}) {
  const base = `/p/${projectId}/codebook`;
  const newest = versions[0];
  const file = (format: "json" | "qdc") => `/api/v1/projects/${projectId}/codebook/versions/${version.id}/export?format=${format}`;
  return (
    <div className="page codebook">
      <PageHead
        title={<span className="wrap-any" dir="auto">{version.content.name}</span>}
        facts={<>version {version.number}{version.publishedAt !== null && <>, published {day(version.publishedAt)}</>}</>}
        acts={
          <>
            {versions.length > 1 && <VersionPicker base={base} versions={versions.map(({ id, number }) => ({ id, number }))} shownId={version.id} />}
            <PrintButton icon={<Icon of={Printer} size="s" />} />
            <Menu className="btn small" align="end" trigger={<><Icon of={Download} size="s" />Download</>} items={[{ label: "As JSON", href: file("json") }, { label: "As a REFI-QDA codebook (.qdc)", href: file("qdc") }]} />
            {affected !== null && affected.open + affected.settled > 0 && <Button size="small" href={`${base}/affected`}>{affected.open > 0 ? `Marks to look at: ${affected.open.toLocaleString("en")}` : "Marks looked at"}</Button>}
            {mayWrite && <Button look="primary" size="small" href={`${base}/edit`} icon={<Icon of={Pencil} size="s" />}>{draft === null ? "Change the codebook" : `Go on with version ${draft.number}`}</Button>}
          </>
        }
      />
      {newest && newest.id !== version.id && <Note>This is an earlier version. What is marked now is marked by version {newest.number}.</Note>}
      <div className="cb">
        <Contents content={version.content} />
        <CodebookDocument content={version.content} />
        <History projectId={projectId} versions={versions} shownId={version.id} />
      </div>
    </div>
  );
}
