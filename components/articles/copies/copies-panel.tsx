"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { problemOf } from "../api";
import { copiesApi } from "./api";
import { CopyRow, type ShownCopy } from "./copy-row";

export type ShownCopies = { members: readonly (ShownCopy & { why: "exact" | "near" | "by_hand" | "other" })[]; more: number; candidates: readonly (ShownCopy & { split: boolean })[] };

/** The copies of an article and likely ones, with what they share; coordinators join and split them, and can take it back. */
export function CopiesPanel({ projectId, articleId, version, copies, mayWrite }: { projectId: string; articleId: string; version: number; copies: ShownCopies; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("copies");
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [undoing, setUndoing] = useState<{ seen: number; otherId: string; back: boolean } | null>(null);
  const { members, candidates } = copies;
  if (members.length === 0 && candidates.length === 0) return null;
  const param = { projectId, articleId };
  const base = `/p/${projectId}/articles`;

  const act = async (name: string, change: () => Promise<void>) => {
    setBusy(name);
    setProblem(null);
    setUndoing(null);
    try {
      await change();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  const join = (seen: number, otherId: string, back: boolean, confirm = false) => act(otherId, async () => {
    const done = await unwrap(copiesApi.join.$post({ param, json: { version: seen, otherId, ...(confirm ? { confirm } : {}) } })).catch((error: unknown) => {
      if (problemOf(error).split) setUndoing({ seen, otherId, back });
      throw error;
    });
    const together = done.moved.filter((id) => id !== articleId);
    toast({ text: t("joined"), ...(back && done.moved.length > 0 ? { act: { label: t("undo"), onAct: () => void split(done.version, together, otherId, false) } } : {}) });
  });
  const split = (seen: number, together: readonly string[], backTo: string | undefined, back: boolean) => act("split", async () => {
    const done = await unwrap(copiesApi.split.$post({ param, json: { version: seen, together: [...together] } }));
    toast({ text: t("isSplit"), ...(back && backTo !== undefined ? { act: { label: t("undo"), onAct: () => void join(done.version, backTo, false) } } : {}) });
  });

  return (
    <section className="sect copies-panel" aria-labelledby="copies">
      <div className="sect-h"><h2 id="copies">{members.length > 0 ? t("title") : t("likely")}</h2>{members.length > 0 && <span className="x12">{t("once")}</span>}</div>
      {problem && <Alert>{problem.detail}</Alert>}
      {undoing && <div><Button size="small" onClick={() => void join(undoing.seen, undoing.otherId, undoing.back, true)}>{t("joinAllTheSame")}</Button></div>}
      {members.length > 0 && (
        <ul className="copies">
          {members.map((copy) => <CopyRow key={copy.id} copy={copy} says={t(`why.${copy.why}`)} href={`${base}/${copy.id}`} compare={`${base}/${articleId}/compare/${copy.id}`} />)}
          {copies.more > 0 && <li className="x12">{t("more", { n: copies.more })}</li>}
        </ul>
      )}
      {mayWrite && members.length > 0 && <div><Button size="small" busy={busy === "split"} onClick={() => void split(version, [], members[0]?.id, true)}>{busy === "split" ? t("splitting") : t("split")}</Button></div>}
      {candidates.length > 0 && (
        <>
          {members.length > 0 && <h3>{t("likely")}</h3>}
          <p className="x12">{t("likelyWhy")}</p>
          <ul className="copies">
            {candidates.map((copy) => (
              <CopyRow
                key={copy.id} copy={copy} says={copy.split ? t("wasSplit") : null} href={`${base}/${copy.id}`} compare={`${base}/${articleId}/compare/${copy.id}`}
                act={mayWrite && <Button size="small" label={t("joinWith", { title: copy.title })} busy={busy === copy.id} onClick={() => void join(version, copy.id, true)}>{busy === copy.id ? t("joining") : t("join")}</Button>}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
