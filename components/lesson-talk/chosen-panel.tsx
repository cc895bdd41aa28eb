"use client";

import { MonitorUp, Pin as PinIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import { talkApi, type Heat, type Passage, type Pin, type Place } from "./api";
import { Quote, Sides } from "./passage-view";
import type { Reading } from "./use-reading";

/** The passage that the teacher talks about: both sides of it, a question for the class, the list of pins and the screen. Give it a key of its place. */
export function ChosenPanel({ projectId, heat, place, pin, passage, onChange, children }: {
  projectId: string;
  heat: Heat | null;
  place: Place | null;
  pin: Pin | null;
  passage: Reading<Passage | null>;
  /** Pins, screen or question changed. */
  onChange: () => Promise<void>;
  /** More acts, behind the main one. */
  children?: ReactNode;
}) {
  const t = useTranslations("classTalk");
  const [draft, setDraft] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const question = draft ?? pin?.question ?? "";
  const param = { projectId };
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefused(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefused(error.problem.detail);
    }
    await onChange();
    setBusy(false);
  };
  const pinned = async (): Promise<Pin> => {
    if (pin) return draft === null || draft.trim() === pin.question ? pin : unwrap(talkApi.pins[":pinId"].$patch({ param: { projectId, pinId: pin.id }, json: { version: pin.version, question: draft.trim() } }));
    return unwrap(talkApi.pins.$post({ param, json: { articleId: place!.articleId, start: place!.start, end: place!.end, question: question.trim() } }));
  };
  const show = async (pinId: string | null) => unwrap(talkApi.screen.$put({ param, json: { pinId } }));
  return (
    <section className="ct-pick ct-chosen" aria-label={t("chosen")}>
      <div className="row"><h2 className="lab">{t("chosen")}</h2>{passage.value && <span className="x11 push num">{t("ofMarked", { n: passage.value.counts.pupils, of: passage.value.marked })}</span>}</div>
      {!place || !heat ? <p className="muted">{t("choose")}</p> : (
        <>
          <Quote heat={heat} place={place} />
          <Sides passage={passage} />
          <TextArea className="ct-ask" label={t("question")} rows={2} maxLength={300} placeholder={t("questionExample")} value={question} onChange={(event) => setDraft(event.target.value)} onBlur={() => { if (pin && draft !== null && draft.trim() !== pin.question) void attempt(pinned); }} />
          {refused && <Alert>{refused}</Alert>}
        </>
      )}
      <div className="ct-end">
        {place && heat && <>
          {pin?.onScreen
            ? <Button busy={busy} icon={<Icon of={MonitorUp} />} onClick={() => void attempt(() => show(null))}>{t("takeOffScreen")}</Button>
            : <Button look="primary" busy={busy} icon={<Icon of={MonitorUp} />} onClick={() => void attempt(async () => show((await pinned()).id))}>{t("putOnScreen")}</Button>}
          {pin ? <Button disabled={busy} onClick={() => void attempt(() => unwrap(talkApi.pins[":pinId"].$delete({ param: { projectId, pinId: pin.id }, json: {} })))}>{t("unpin")}</Button> : <Button disabled={busy} icon={<Icon of={PinIcon} size="s" />} onClick={() => void attempt(pinned)}>{t("pin")}</Button>}
        </>}
        {children}
      </div>
    </section>
  );
}
