import { Download, Pencil, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { datesIn } from "@/components/words/dates-in";
import { requestTranslator, requestWords } from "@/components/words/request-words";
import type { ShownVersion, VersionLine } from "../types";
import { CodebookDocument } from "./codebook-document";
import { Contents } from "./contents";
import { History } from "./history";
import { PrintButton } from "./print-button";
import { VersionPicker } from "./version-picker";

/** The codebook as everybody reads it, with its history. */
export async function CodebookPage({ projectId, version, versions, draft, mayWrite, affected, proposed }: {
  projectId: string;
  version: ShownVersion;
  /** Newest first. */
  versions: readonly VersionLine[];
  draft: { number: number } | null;
  mayWrite: boolean;
  /** Marks that wait for a look; null where one may not see them. */
  affected: { open: number; settled: number } | null;
  /** Proposed changes that wait; null for those who do not adjudicate. */
  proposed: number | null;
}) {
  const [t, proposals, { language }] = await Promise.all([requestTranslator("codebook"), requestTranslator("proposals"), requestWords()]);
  const { day } = datesIn(language);
  const base = `/p/${projectId}/codebook`;
  const newest = versions[0];
  const file = (format: "json" | "qdc") => `/api/v1/projects/${projectId}/codebook/versions/${version.id}/export?format=${format}`;
  return (
    <div className="page codebook">
      <PageHead
        title={<span className="wrap-any" dir="auto">{version.content.name}</span>}
        facts={version.publishedAt === null ? t("page.facts", { n: version.number }) : t("page.factsPublished", { n: version.number, day: day(version.publishedAt) })}
        acts={
          <>
            {versions.length > 1 && <VersionPicker base={base} versions={versions.map(({ id, number }) => ({ id, number }))} shownId={version.id} />}
            <PrintButton icon={<Icon of={Printer} size="s" />} />
            <Menu className="btn small" align="end" trigger={<><Icon of={Download} size="s" />{t("page.download")}</>} items={[{ label: t("page.json"), href: file("json") }, { label: t("page.qdc"), href: file("qdc") }]} />
            {affected !== null && affected.open + affected.settled > 0 && <Button size="small" href={`${base}/affected`}>{affected.open > 0 ? t("page.toLook", { n: affected.open }) : t("page.looked")}</Button>}
            {proposed !== null && <Button size="small" href={`${base}/proposals`}>{proposals("button", { n: proposed })}</Button>}
            {mayWrite && <Button look="primary" size="small" href={`${base}/edit`} icon={<Icon of={Pencil} size="s" />}>{draft === null ? t("page.change") : t("page.goOn", { n: draft.number })}</Button>}
          </>
        }
      />
      {newest && newest.id !== version.id && <Note>{t("page.earlier", { n: newest.number })}</Note>}
      <div className="cb">
        <Contents t={t} content={version.content} />
        <CodebookDocument t={t} content={version.content} />
        <History t={t} day={day} projectId={projectId} versions={versions} shownId={version.id} />
      </div>
    </div>
  );
}
