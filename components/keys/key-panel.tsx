"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { practiceApi } from "@/components/practice/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { KeyContent, KeyMark } from "@/lib/annotations/answer-key";
import { KeyMarks } from "./key-marks";
import { MixDialog } from "./mix-dialog";
import "@/components/practice/practice.css";

export type ShownKey = KeyContent & { version: number; scored: number };
export type KeySource = { assignmentId: string; pseudonym: string };
type Named = { id: string; name: string };

/** The key of an article: made from submitted work, with a reason for each mark; used for practice, or mixed unseen into queues. */
export function KeyPanel({ projectId, articleId, shown, sources, targets, framings, annotators }: { projectId: string; articleId: string; shown: ShownKey | null; sources: readonly KeySource[]; targets: readonly Named[]; framings: readonly { id: string; name: string }[]; annotators: readonly Named[] }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("keys");
  const [source, setSource] = useState(sources[0]?.assignmentId ?? "");
  const [busy, setBusy] = useState(false);
  const [mixing, setMixing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = practiceApi.articles[":articleId"].key;
  const param = { projectId, articleId };

  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      toast({ text: done });
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const make = () => run(() => unwrap(key.$put({ param, json: { version: 0, fromAssignmentId: source } })), t("made"));
  const save = (spans: KeyMark[]) => shown && run(() => unwrap(key.$put({ param, json: { version: shown.version, spans: spans.map((span) => ({ ...span, parts: [...span.parts], labelIds: [...span.labelIds] })), judgements: [...shown.judgements] } })), t("saved"));
  const remove = () => shown && run(() => unwrap(key.$delete({ param, json: { version: shown.version } })), t("gone")).then(() => setRemoving(false));

  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("title")}</h2>{shown && <span className="x12 num">{t("facts", { marks: shown.spans.length, scored: shown.scored })}</span>}</div>
      {problem && <Alert>{problem.detail}</Alert>}
      {shown === null ? (
        <>
          <p className="muted">{t("why")}</p>
          {sources.length === 0
            ? <p className="muted">{t("noSource")}</p>
            : <>
                <Select label={t("source")} value={source} onChange={(event) => setSource(event.target.value)} options={sources.map((one) => ({ value: one.assignmentId, label: one.pseudonym }))} />
                <div><Button busy={busy} onClick={() => void make()}>{t(busy ? "making" : "make")}</Button></div>
              </>}
        </>
      ) : (
        <>
          <KeyMarks key={shown.version} marks={shown.spans} targets={targets} framings={framings} busy={busy} onSave={(spans) => void save(spans)} />
          <div className="form-acts">
            <Button onClick={() => setMixing(true)}>{t("mixAsk")}</Button>
            <Button look="danger" onClick={() => setRemoving(true)}>{t("removeAsk")}</Button>
          </div>
        </>
      )}
      <Dialog open={removing} onClose={() => setRemoving(false)} title={t("remove")} acts={<><Button look="quiet" onClick={() => setRemoving(false)}>{t("keep")}</Button><Button look="danger" busy={busy} onClick={() => void remove()}>{t(busy ? "removing" : "remove")}</Button></>}>
        <p>{t("removeWhat")}</p>
      </Dialog>
      {mixing && <MixDialog projectId={projectId} articleId={articleId} annotators={annotators} onClose={() => setMixing(false)} />}
    </section>
  );
}
