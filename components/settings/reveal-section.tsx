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
import type { Reveal } from "@/lib/projects/blinding";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** What holds until then, by setting. */
const UNTIL: Readonly<Record<Reveal, string>> = {
  never: "Annotators work without seeing each other’s marks.",
  by_coordinator: "Until you do this, annotators work without seeing each other’s marks.",
  after_all: "This happens by itself with the last open submission; you can do it before.",
  own_submission: "Annotators see each other’s marks article by article as they submit. This shows everything at once.",
};

/** The reveal: what it does is said before it is done, since it is never taken back. */
export function RevealSection({ projectId, version, revealedAt, reveal: setting, sourceBlind }: { projectId: string; version: number; revealedAt: string | null; reveal: Reveal; sourceBlind: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const never = setting === "never";
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reveal = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.reveal.$post({ param: { projectId }, json: { version } }));
      setOpen(false);
      toast({ text: sourceBlind ? "Everybody’s marks and all sources are now shown to every member." : "Everybody’s marks are now shown to every member." });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
      router.refresh();
    }
  };

  if (revealedAt !== null)
    return <section className="sect"><h2>Shown to everybody</h2><p className="muted">Since {revealedAt.slice(0, 10)} every member sees everybody’s submitted marks{sourceBlind && " and where each article comes from"}. Marks made since then are kept apart from blind ones.</p></section>;
  return (
    <section className="sect">
      <h2>Show everybody’s work to everybody</h2>
      <p className="muted">{UNTIL[setting]}{sourceBlind && " Sources that are hidden are shown with it."} {never && "This project is set to never show them; change that above and save first."}</p>
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
          {sourceBlind && <li>Outlet, publisher, byline and address of every article are shown, and the names that are hidden in its text.</li>}
          <li>Work that is not yet submitted is collected as it stands.</li>
          <li>Marks made afterwards are kept apart, since their author could see {sourceBlind ? "the others’ and the source" : "the others’"}.</li>
        </ul>
        <p><b>This is never taken back.</b></p>
      </Dialog>
    </section>
  );
}
