"use client";

import { Ban, Check, LoaderCircle, Plus, TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { understood, type Draft } from "./intake-state";

const SIGNS = { ready: Plus, refused: Ban, adding: LoaderCircle, added: Check, look: TriangleAlert } as const;

/** Every draft with its outcome; a refused one never blocks the others. */
export function IntakeRecords({ projectId, drafts, current, onPick, onRemove }: { projectId: string; drafts: readonly Draft[]; current: string | null; onPick: (key: string) => void; onRemove: (key: string) => void }) {
  const t = useTranslations("intake.records");
  // A short name for a draft: its title, or the file it came in.
  const titleOf = (draft: Draft): string => {
    const line = draft.state === "refused" ? "" : draft.text.trimStart().split("\n", 1)[0]?.slice(0, 200).trim();
    return line || (draft.file ?? t("pasted"));
  };
  const detail = (draft: Draft): string => {
    if (draft.added) return draft.added.sameText ? t("copy") : "";
    if (draft.state === "refused" || draft.problem || (draft.state === "ready" && !understood(draft).ok)) return t("why");
    return draft.file ?? t("wasPasted");
  };
  return (
    <ul className="recs" aria-label={t("label")}>
      {drafts.map((draft) => {
        const state = draft.state === "ready" && (draft.problem || !understood(draft).ok) ? "look" : draft.state;
        return (
          <li key={draft.key} className={classNames(draft.key === current && "on", state === "refused" && "bad")} {...(draft.key === current ? { "aria-current": true } : {})}>
            <Icon of={SIGNS[state]} size="s" />
            <span className="k">{t(`states.${state}`)}</span>
            {draft.added ? <Link className="t cut" href={`/p/${projectId}/articles/${draft.added.id}`}>{titleOf(draft)}</Link> : <button type="button" className="t cut" dir="auto" onClick={() => onPick(draft.key)}>{titleOf(draft)}</button>}
            <span className="row">
              <span className="x12 num">{detail(draft)}</span>
              {draft.state !== "adding" && <Button look="quiet" size="small" icon={<Icon of={X} size="s" />} label={t("takeOff", { title: titleOf(draft) })} onClick={() => onRemove(draft.key)} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** How many drafts can be added as they are. */
export const addable = (drafts: readonly Draft[]): Draft[] => drafts.filter((draft) => draft.state === "ready" && draft.text.trim() !== "" && understood(draft).ok);
