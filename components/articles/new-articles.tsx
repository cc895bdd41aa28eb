"use client";

import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { TextArea } from "@/components/ui/text-area";
import { FileDrop } from "./file-drop";
import { IntakePreview } from "./intake-preview";
import { addable, IntakeRecords } from "./intake-records";
import { pastedDraft, withText, edited, type Draft } from "./intake-state";
import { useIntake } from "./use-intake";
import { useMedia } from "@/components/ui/use-media";

/** Adding articles: paste one, choose files, see what was understood, put it right, add. */
export function NewArticles({ projectId, outlets }: { projectId: string; outlets: readonly string[] }) {
  const intake = useIntake(projectId);
  const t = useTranslations("intake");
  const acts = useTranslations("acts");
  const { drafts, current } = intake;
  const narrow = useMedia("(max-width: 1180px)");
  const [looking, setLooking] = useState(false);
  const pasted = drafts.findLast((draft) => draft.file === null && draft.state !== "added");
  const shown = drafts.find((draft) => draft.key === current) ?? null;
  const listed = useDeferredValue(drafts);
  const ready = addable(listed);

  const paste = (text: string) => {
    const draft = pasted ? withText(pasted, text) : pastedDraft(text);
    intake.put(draft);
    intake.setCurrent(draft.key);
  };
  const share = (from: Draft) => {
    const { outletName, publisherName, genre, language } = from.fields;
    for (const draft of drafts) if (draft.key !== from.key && draft.state === "ready") intake.put(edited(draft, { fields: { ...draft.fields, outletName, publisherName, genre, language } }));
  };
  const others = drafts.filter((draft) => draft.state === "ready").length > 1;
  const open = drafts.length > 0 && (!narrow || looking);

  return (
    <div className="articles">
      <div className="work">
        <section className="main">
          <PageHead title={t("title")} />
          <div className="intake">
            <FileDrop onFiles={(files) => void intake.addFiles(files)} />
            <TextArea label={t("paste")} hint={t("pasteHint")} serif rows={12} value={pasted?.text ?? ""} onChange={(event) => paste(event.target.value)} dir="auto" />
          </div>
          {narrow && drafts.length > 0 && (
            <div className="pager"><span>{t("count", { n: drafts.length })}</span><span className="push"><Button onClick={() => setLooking(true)}>{t("look")}</Button></span></div>
          )}
        </section>
        {open && (
          <aside className="imp" aria-label={t("before")}>
            <header>{narrow ? <h1>{t("before")}</h1> : <h2>{t("before")}</h2>}<span className="x12">{t("count", { n: drafts.length })}</span></header>
            <div className="scrollx">
              <IntakeRecords projectId={projectId} drafts={listed} current={current} onPick={intake.setCurrent} onRemove={intake.remove} />
              {shown && shown.state !== "added" && <IntakePreview key={shown.key} projectId={projectId} draft={shown} outlets={outlets} onDraft={intake.put} onShare={others ? () => share(shown) : undefined} />}
            </div>
            <footer>
              <span className="x12">{t("copies")}</span>
              <span className="push row">
                {narrow && <Button look="quiet" onClick={() => setLooking(false)}>{t("back")}</Button>}
                <Button look="quiet" href={`/p/${projectId}/articles`}>{ready.length === 0 ? t("toList") : acts("cancel")}</Button>
                <Button look="primary" busy={intake.adding} disabled={ready.length === 0} onClick={() => void intake.addAll()}>{intake.adding ? t("adding") : t("add", { n: ready.length })}</Button>
              </span>
            </footer>
          </aside>
        )}
      </div>
    </div>
  );
}
