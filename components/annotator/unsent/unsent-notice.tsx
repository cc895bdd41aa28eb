"use client";

import { CloudOff } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { waitingWords } from "../state/status";
import { look } from "./look";
import { useKept, useOutbox } from "./unsent-provider";
import { UnsentDialog } from "./unsent-dialog";

/** Says on every page what of the member's work is in this browser only and needs a look: what the server did not take, conflicts, and what waits of articles that are not open. */
export function UnsentNotice() {
  const outbox = useOutbox();
  const kept = useKept(outbox);
  const here = usePathname();
  const [open, setOpen] = useState(false);
  const t = useTranslations();
  if (outbox === null) return null;
  const { refused, conflicts, waiting } = look(kept, (assignmentId) => here.includes(assignmentId));
  const isStuck = outbox.sending().phase === "waiting" && waiting.length > 0;
  const said = [
    ...(refused.length > 0 ? [t("unsent.notTaken", { n: refused.length })] : []),
    ...(conflicts.length > 0 ? [t("unsent.toChoose", { n: conflicts.length })] : []),
    ...(isStuck ? [waitingWords({ ...outbox.sending(), unsent: waiting.length }, t)] : []),
  ];
  return (
    <>
      {said.length > 0 && (
        <aside className="banner" aria-label={t("unsent.title")}>
          <Icon of={CloudOff} size="s" /><span>{said.join(" · ")}</span>
          <Button size="small" look="quiet" onClick={() => setOpen(true)}>{t("unsent.look")}</Button>
        </aside>
      )}
      <UnsentDialog outbox={outbox} records={[...refused, ...conflicts, ...(isStuck ? waiting : [])]} open={open && said.length > 0} onClose={() => setOpen(false)} />
    </>
  );
}
