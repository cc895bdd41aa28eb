"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
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
  const make = () => run(() => unwrap(key.$put({ param, json: { version: 0, fromAssignmentId: source } })), "The article has a key now.");
  const save = (spans: KeyMark[]) => shown && run(() => unwrap(key.$put({ param, json: { version: shown.version, spans: spans.map((span) => ({ ...span, parts: [...span.parts], labelIds: [...span.labelIds] })), judgements: [...shown.judgements] } })), "The key is saved, and first submissions are scored with it.");
  const remove = () => shown && run(() => unwrap(key.$delete({ param, json: { version: shown.version } })), "The key is gone; the article counts in figures again.").then(() => setRemoving(false));

  return (
    <section className="sect">
      <div className="sect-h"><h2>Key</h2>{shown && <span className="x12 num">{shown.spans.length} {shown.spans.length === 1 ? "mark" : "marks"}, {shown.scored} {shown.scored === 1 ? "submission" : "submissions"} compared</span>}</div>
      {problem && <Alert>{problem.detail}</Alert>}
      {shown === null ? (
        <>
          <p className="muted">With a key the article serves for practice: annotators see afterwards what matched and why. It then counts in no figure and no agreement.</p>
          {sources.length === 0
            ? <p className="muted">A key is made from submitted work. Assign the article to yourself, mark it as it should be, and submit.</p>
            : <>
                <Select label="From the submitted work of" value={source} onChange={(event) => setSource(event.target.value)} options={sources.map((one) => ({ value: one.assignmentId, label: one.pseudonym }))} />
                <div><Button busy={busy} onClick={() => void make()}>{busy ? "Making…" : "Make the key"}</Button></div>
              </>}
        </>
      ) : (
        <>
          <KeyMarks key={shown.version} marks={shown.spans} targets={targets} framings={framings} busy={busy} onSave={(spans) => void save(spans)} />
          <div className="form-acts">
            <Button onClick={() => setMixing(true)}>Mix unseen into queues…</Button>
            <Button look="danger" onClick={() => setRemoving(true)}>Remove the key…</Button>
          </div>
        </>
      )}
      <Dialog open={removing} onClose={() => setRemoving(false)} title="Remove the key" acts={<><Button look="quiet" onClick={() => setRemoving(false)}>Keep it</Button><Button look="danger" busy={busy} onClick={() => void remove()}>{busy ? "Removing…" : "Remove the key"}</Button></>}>
        <p>Its marks, reasons and scores go, and the article counts in figures again. Who passed practice stays through.</p>
      </Dialog>
      {mixing && <MixDialog projectId={projectId} articleId={articleId} annotators={annotators} onClose={() => setMixing(false)} />}
    </section>
  );
}
