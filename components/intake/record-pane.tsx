"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { BlockList } from "@/components/articles/block-list";
import type { ShownBlock } from "@/components/articles/block-view";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import type { BlockKind } from "@/lib/articles/blocks";
import type { Import, ImportRecord, RowFields } from "./import-types";
import { RecordFields } from "./record-fields";
import { RecordText } from "./record-text";
import { standing } from "./record-values";
import { useRecord } from "./use-record";

/** One record in full: what it is, what it was understood to be and why, its blocks; all of it to be put right. */
export function RecordPane({ projectId, shown, ordinal, outlets, track, onChanged, onPick, onShare, onBack }: {
  projectId: string;
  shown: Import;
  ordinal: number;
  outlets: readonly string[];
  track: (change: Promise<unknown>) => void;
  onChanged: (record: ImportRecord) => void;
  /** Another record of the import. */
  onPick: (ordinal: number) => void;
  /** Says of all records what this one says; not where some cannot be looked at. */
  onShare: ((fields: RowFields) => void) | undefined;
  /** Where the list is not beside it. */
  onBack?: (() => void) | undefined;
}) {
  const t = useTranslations("imports.record");
  const ui = useTranslations("ui");
  const acts = useTranslations("acts");
  const { record, problem, refused, change, giveWay, given } = useRecord(projectId, shown.id, ordinal, { onChanged, track });
  const blocks = useMemo(() => (record ? shownBlocks(record) : []), [record]);
  const back = onBack && <div><Button look="quiet" size="small" icon={<Icon of={ArrowLeft} size="s" />} onClick={onBack}>{t("back")}</Button></div>;
  if (!record) return <section className="prev">{back}{problem ? <Alert>{problem.detail}</Alert> : <Skeleton label={ui("loading")} rows={6} look="text" />}</section>;

  const open = shown.state === "ready" && record.state !== "refused";
  const onKind = (at: number, kind: BlockKind, toEnd: boolean) => void change({ blocks: toEnd ? record.blocks.flatMap((_, i) => (i >= at ? [{ ordinal: i, kind }] : [])) : [{ ordinal: at, kind }] });
  return (
    <section className="prev" aria-label={record.title || t("label")}>
      <h2 className="vh">{record.title || t("label")}</h2>
      {back}
      {problem && (
        <Alert>
          {refused ? t("changedElsewhere") : problem.detail}
          {refused && <span className="wrap"><Button size="small" onClick={() => void change(refused)}>{acts("saveOver")}</Button><Button size="small" look="quiet" onClick={giveWay}>{t("keepTheirs")}</Button></span>}
        </Alert>
      )}
      <Told projectId={projectId} record={record} onPick={onPick} />
      {record.proposals && <RecordFields key={given} record={record} outlets={outlets} open={open} problem={problem} onFields={(fields) => change({ fields })} />}
      {open && (
        <div className="wrap">
          {record.state === "left_out" ? <Button size="small" onClick={() => void change({ take: true })}>{t("take")}</Button> : <Button size="small" onClick={() => void change({ take: false })}>{t("leaveOut")}</Button>}
          {record.state === "look" && <Button size="small" onClick={() => void change({ take: true })}>{t("isRight")}</Button>}
          {onShare && shown.counts.seen > 1 && <Button size="small" look="quiet" onClick={() => onShare(standing(record))}>{t("share")}</Button>}
        </div>
      )}
      {record.text !== null && record.proposals && (
        <RecordText text={record.text} open={open && record.plain} onText={(text) => change({ text })}>
          <BlockList label={t("asKept")} blocks={blocks} language={standing(record).language} onKind={open ? onKind : undefined} />
        </RecordText>
      )}
    </section>
  );
}

/** What a person should know before anything else: why it is refused, what to look at, whose copy it is. */
function Told({ projectId, record, onPick }: { projectId: string; record: ImportRecord; onPick: (ordinal: number) => void }) {
  const t = useTranslations("imports.record");
  const { copyOf, articleId } = record;
  const place = [record.file, record.entry, record.line === null ? "" : t("line", { n: record.line })].filter(Boolean).join(", ");
  return (
    <>
      <p className="x12 wrap-any" dir="auto">{place}</p>
      {record.state === "refused" && <Alert>{record.reason}</Alert>}
      {record.state !== "refused" && record.looks.length > 0 && <Note>{record.looks.map((look) => t(`looks.${look}`)).join(" ")}</Note>}
      {copyOf && (
        <p>
          {t("sameWords")}{" "}
          {"id" in copyOf ? <Link className="link serif" dir="auto" href={`/p/${projectId}/articles/${copyOf.id}`}>{copyOf.title}</Link> : <button type="button" className="link" onClick={() => onPick(copyOf.ordinal)}>{t("recordN", { n: copyOf.ordinal + 1 })}</button>}
        </p>
      )}
      {articleId !== null && <p><Link className="link" href={`/p/${projectId}/articles/${articleId}`}>{t("article")}</Link></p>}
    </>
  );
}

function shownBlocks({ text, blocks }: ImportRecord): ShownBlock[] {
  const index = new TextIndex(text ?? "");
  return blocks.map(({ kind, start, end, reason }, ordinal) => ({ ordinal, kind, reason, words: index.slice(codePoint(start), codePoint(end)) }));
}
