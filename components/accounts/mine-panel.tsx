"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { forgetHere } from "@/components/annotator/unsent/left-here";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { accountApi, sessionApi } from "./api";
import { useAct } from "./use-act";
import { startAfresh } from "./start-afresh";

/** Download and erasure of what is the person's own. */
export function MinePanel({ led }: { led: readonly { id: string; name: string }[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="wrap"><Button href="/api/v1/account/download" download="slantwise-mine.json" icon={<Icon of={Download} />}>Download everything that is mine</Button></div>
      <p className="muted">One JSON file: account, memberships, marks, judgements, notes.</p>
      {led.length > 0 ? (
        <p>Before you can erase your account, make somebody else coordinator of {led.map((project, index) => <span key={project.id}>{index > 0 && ", "}<Link className="link" href={`/p/${project.id}/people`}>{project.name}</Link></span>)}. Others work there.</p>
      ) : (
        <>
          <p className="muted">Erasing deletes your account, sessions and tokens. Your marks stay in their projects under the name “withdrawn”, because figures may rest on them.</p>
          <div className="wrap"><Button look="danger" onClick={() => setOpen(true)}>Erase my account…</Button></div>
        </>
      )}
      <EraseDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function EraseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const [typed, setTyped] = useState("");
  const [notes, setNotes] = useState(false);
  const erase = async () => {
    const user = await unwrap(sessionApi.session.$get()).then((found) => found.user, () => null);
    if (!(await act(() => unwrap(accountApi.account.erasure.$post({ json: { confirm: typed, notes } }))))) return;
    if (user) await forgetHere(user.id, { changes: true });
    startAfresh("/sign-in");
  };
  const sure = typed.trim().toLowerCase() === "erase me";
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Erase your account"
      acts={<><Button onClick={onClose}>Keep it</Button><Button look="danger" busy={busy} disabled={!sure} onClick={() => void erase()}>{busy ? "Erasing…" : "Erase me"}</Button></>}
    >
      <p>This cannot be undone. Download what is yours first. Changes in this browser that were not sent yet go with it.</p>
      <Checkbox label="Empty my notes and comments too" checked={notes} onChange={(event) => setNotes(event.target.checked)} />
      <TextInput label="Type “erase me” to confirm" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
