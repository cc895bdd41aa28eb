"use client";

import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { StatusText } from "@/components/ui/status-text";
import type { Keeper, Snapshot } from "./keeper";

/** How saving of one piece of writing stands; where another window wrote, both, to choose from. `say` puts what was written in words. */
export function WritingStanding<T extends object>({ keeper, now, say }: { keeper: Keeper<T>; now: Snapshot<T>; say: (value: T) => string }) {
  const t = useTranslations("lessonWriting.standing");
  if (now.standing === "changed" && now.other)
    return (
      <Alert>
        {t("changed")}
        <span className="lw-both">
          <q>{say(now.other)}</q>
          <span className="wrap"><Button size="small" onClick={() => keeper.choose("mine")}>{t("mine")}</Button><Button size="small" onClick={() => keeper.choose("other")}>{t("other")}</Button></span>
        </span>
      </Alert>
    );
  if (now.standing === "refused") return <Alert>{t("refused", { why: now.why ?? "" })}</Alert>;
  if (now.standing === "bare") return <span className="x12">{t("bare")}</span>;
  return <StatusText state={now.standing === "offline" ? "offline" : now.standing === "saving" ? "saving" : "saved"}>{t(now.standing === "offline" ? "offline" : now.standing === "saving" ? "saving" : "saved")}</StatusText>;
}
