"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { StatusText } from "@/components/ui/status-text";
import type { DraftState } from "./draft-session";

const clock = (at: number): string => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** How saving stands: "Saved 14:02", "Saving…", "Offline, your changes wait", "Not saved. 2 places need a look." */
export function SaveStatus({ state, onRetry, onShow }: { state: DraftState; onRetry: () => void; onShow: (path: string) => void }) {
  const t = useTranslations("codebookEdit.save");
  const [edit, acts] = [useTranslations("codebookEdit"), useTranslations("acts")];
  if (state.save === "saving" || state.save === "waiting") return <StatusText state="saving">{acts("saving")}</StatusText>;
  if (state.save === "offline") return <span className="row"><StatusText state="offline">{t("offline")}</StatusText><Button size="small" onClick={onRetry}>{edit("tryAgain")}</Button></span>;
  if (state.save === "refused") {
    const [first] = state.errors;
    return (
      <span className="row">
        <span className="status bad-text" role="alert"><Icon of={CircleAlert} size="s" /> {first === undefined ? t("notSaved", { detail: state.detail ?? "" }) : t("places", { n: state.errors.length })}</span>
        {first !== undefined && <Button size="small" onClick={() => onShow(first.path)}>{t("show")}</Button>}
      </span>
    );
  }
  return <StatusText state="saved">{state.savedAt === null ? t("allSaved") : t("saved", { time: clock(state.savedAt) })}</StatusText>;
}
