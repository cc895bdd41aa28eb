"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Foot } from "@/components/ui/foot";
import { Segmented } from "@/components/ui/segmented";
import { DraftProposals } from "@/components/proposals/draft-proposals";
import type { CodebookContent } from "@/lib/codebook/content";
import type { Preset } from "@/lib/codebook/presets/apply";
import { CodebookDocument } from "../document/codebook-document";
import { PublishDialog } from "../publish/publish-dialog";
import type { DraftData } from "../types";
import { AboutForm } from "./about-form";
import { DiscardDialog } from "./discard-dialog";
import { DraftGone } from "./draft-gone";
import { type Editing, EditingContext } from "./editing";
import { FramingForm } from "./framing-form";
import { ImportDialog } from "./import-dialog";
import { MergeView } from "./merge-view";
import { NarrowParts } from "./narrow-parts";
import { type Part, partAt, PartList } from "./part-list";
import { PresetDialog } from "./preset-dialog";
import { RulesForm } from "./rules-form";
import { SaveStatus } from "./save-status";
import { SetForm } from "./set-form";
import { useDraft } from "./use-draft";

type Asking = "publish" | "preset" | "import" | "discard" | "proposals" | null;

/** Where coordinators write the codebook: parts at the left, one form in the middle, saving and publishing at the foot. */
export function EditScreen({ projectId, draft, published, presets }: { projectId: string; draft: DraftData; published: CodebookContent; presets: readonly Preset[] }) {
  const t = useTranslations("codebookEdit.screen");
  const [codebook, proposals] = [useTranslations("codebook"), useTranslations("proposals")];
  const { session, state } = useDraft(projectId, draft);
  const [part, setPart] = useState<Part>("about");
  const [view, setView] = useState<"write" | "read">("write");
  const [asking, setAsking] = useState<Asking>(null);
  const known = useMemo(() => new Set(published.sets.flatMap((set) => [set.id, ...set.labels.map((label) => label.id)])), [published]);
  const editing: Editing = { projectId, content: state.content, errors: state.errors, edit: (change) => session.edit(change), isNew: (id) => !known.has(id) };
  const open = (what: Exclude<Asking, null>) => async () => {
    // What these do, they do to what the server has.
    if ((await session.flush()) || what === "discard") setAsking(what);
  };
  const close = () => setAsking(null);

  if (state.save === "gone") return <DraftGone projectId={projectId} content={state.content} />;
  if (state.theirs !== null) return <MergeView key={state.theirs.version} base={state.base} mine={state.content} theirs={state.theirs.content} onSettle={(content) => session.settle(content)} />;
  return (
    <EditingContext value={editing}>
      <div className="cb-edit">
        <div className="work">
          <aside className="pane left" aria-label={t("pane")}>
            <div className="pane-h"><h2>{t("parts")}</h2></div>
            <PartList part={view === "read" ? null : part} onPart={(next) => { setPart(next); setView("write"); }} />
            <div className="cb-part-acts low"><Button size="small" onClick={open("preset")}>{t("preset")}</Button><Button size="small" onClick={open("import")}>{t("import")}</Button><Button size="small" onClick={open("proposals")}>{proposals("title")}</Button></div>
          </aside>
          <section className="mid" aria-label={t("written")}>
            <div className="cb-bar">
              <h1>{t("title", { n: draft.number })}</h1>
              <NarrowParts part={part} onPart={setPart} acts={[{ label: t("preset"), onSelect: () => void open("preset")() }, { label: t("import"), onSelect: () => void open("import")() }, { label: proposals("title"), onSelect: () => void open("proposals")() }]} />
              <Segmented size="small" label={t("shown")} value={view} onChange={setView} options={[{ value: "write", label: t("write") }, { value: "read", label: t("read") }]} />
            </div>
            {view === "read" ? (
              <div className="cb-scroll" role="region" aria-label={t("asRead")} tabIndex={0}><div className="cb-sheet"><CodebookDocument t={codebook} content={state.content} /></div></div>
            ) : (
              <div className="cb-scroll" key={part}><div className="cb-sheet"><PartForm part={part} content={state.content} onGone={() => setPart("about")} /></div></div>
            )}
          </section>
        </div>
        <Foot acts={<><Button look="quiet" onClick={open("discard")}>{t("discard")}</Button><Button look="primary" onClick={open("publish")}>{t("publish")}</Button></>}><SaveStatus state={state} onRetry={() => void session.flush()} onShow={(path) => { setPart(partAt(state.content, path)); setView("write"); }} /></Foot>
      </div>
      {asking === "publish" && <PublishDialog projectId={projectId} number={draft.number} version={state.version} onClose={close} />}
      {asking === "preset" && <PresetDialog projectId={projectId} version={state.version} presets={presets} onClose={close} onDraft={(next) => session.replace(next)} />}
      {asking === "import" && <ImportDialog projectId={projectId} version={state.version} onClose={close} onDraft={(next) => session.replace(next)} />}
      {asking === "proposals" && <DraftProposals projectId={projectId} version={state.version} content={state.content} onClose={close} onDraft={(next) => session.replace(next)} />}
      {asking === "discard" && <DiscardDialog projectId={projectId} number={draft.number} version={state.version} onClose={close} />}
    </EditingContext>
  );
}

function PartForm({ part, content, onGone }: { part: Part; content: CodebookContent; onGone: () => void }) {
  if (part === "framing") return <FramingForm />;
  if (part === "rules") return <RulesForm />;
  const set = content.sets.find((one) => part === `set:${one.id}`);
  return set ? <SetForm key={set.id} set={set} onGone={onGone} /> : <AboutForm />;
}
