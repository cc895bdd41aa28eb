"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { projects } from "@/lib/api/projects";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** The reveal: what it does is said before it is done, since it is never taken back. */
export function RevealSection({ projectId, version, revealedAt, never }: { projectId: string; version: number; revealedAt: string | null; never: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reveal = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.reveal.$post({ param: { projectId }, json: { version } }));
      setOpen(false);
      toast({ text: "Everybody’s marks are now shown to every member." });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
      router.refresh();
    }
  };

  if (revealedAt !== null)
    return <section className="sect"><h2>Shown to everybody</h2><p className="muted">Since {revealedAt.slice(0, 10)} every member sees everybody’s submitted marks. Marks made since then are kept apart from blind ones.</p></section>;
  return (
    <section className="sect">
      <h2>Show everybody’s work to everybody</h2>
      <p className="muted">Until you do this, annotators work without seeing each other’s marks. {never && "This project is set to never show them; change that above and save first."}</p>
      <div><Button disabled={never} onClick={() => setOpen(true)}>Show everybody’s work…</Button></div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Show everybody’s work to everybody"
        acts={<><Button look="quiet" onClick={() => setOpen(false)}>Not yet</Button><Button look="primary" busy={busy} onClick={() => void reveal()}>{busy ? "Showing…" : "Show everybody’s work to everybody"}</Button></>}
      >
        {problem && <Alert>{problem}</Alert>}
        <ul className="plain-list">
          <li>Every member sees the marks and judgements of all others, under their pseudonyms.</li>
          <li>Work that is not yet submitted is collected as it stands.</li>
          <li>Marks made afterwards are kept apart, since their author could see the others’.</li>
        </ul>
        <p><b>This is never taken back.</b></p>
      </Dialog>
    </section>
  );
}
