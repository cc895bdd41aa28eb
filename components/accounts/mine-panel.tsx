"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("account.mine");
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="wrap"><Button href="/api/v1/account/download" download="slantwise-mine.json" icon={<Icon of={Download} />}>{t("download")}</Button></div>
      <p className="muted">{t("file")}</p>
      {led.length > 0 ? (
        <p>{t.rich("ledAlone", { projects: () => led.map((project, index) => <span key={project.id}>{index > 0 && ", "}<Link className="link" href={`/p/${project.id}/people`}>{project.name}</Link></span>) })}</p>
      ) : (
        <>
          <p className="muted">{t("erasing")}</p>
          <div className="wrap"><Button look="danger" onClick={() => setOpen(true)}>{t("eraseAsk")}</Button></div>
        </>
      )}
      <EraseDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function EraseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("account.mine");
  const { act, busy, problem } = useAct();
  const [typed, setTyped] = useState("");
  const [notes, setNotes] = useState(false);
  const erase = async () => {
    const user = await unwrap(sessionApi.session.$get()).then((found) => found.user, () => null);
    if (!(await act(() => unwrap(accountApi.account.erasure.$post({ json: { confirm: "erase me", notes } }))))) return;
    if (user) await forgetHere(user.id, { changes: true });
    startAfresh("/sign-in");
  };
  const sure = typed.trim().toLowerCase() === t("sure");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("erase")}
      acts={<><Button onClick={onClose}>{t("keep")}</Button><Button look="danger" busy={busy} disabled={!sure} onClick={() => void erase()}>{t(busy ? "acting" : "act")}</Button></>}
    >
      <p>{t("final")}</p>
      <Checkbox label={t("notes")} checked={notes} onChange={(event) => setNotes(event.target.checked)} />
      <TextInput label={t("confirm")} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
