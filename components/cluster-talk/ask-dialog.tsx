"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { problemOf } from "@/components/codebook/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { MOST_ASKED } from "@/lib/adjudication/around/question";
import { newId } from "@/lib/kernel/id";
import { talkApi } from "./api";
import type { TalkedOf } from "./cluster-talk";

/** Puts a question to everybody who submitted the article, about the words of a cluster. */
export function AskDialog({ projectId, articleId, cluster, mayShowPeers, onClose, onAsked }: { projectId: string; articleId: string; cluster: TalkedOf; mayShowPeers: boolean; onClose: () => void; onAsked: () => Promise<void> }) {
  const t = useTranslations("clusterTalk");
  const acts = useTranslations("acts");
  const toast = useToast();
  const [id] = useState(newId);
  const [text, setText] = useState("");
  const [showPeers, setShowPeers] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { start, end, quote, spanIds } = cluster;
      const { asked } = await unwrap(talkApi.questions.$post({ param: { projectId, articleId }, json: { id, start, end, quote, spanIds: spanIds.slice(0, MOST_ASKED.spans), text, ...(showPeers ? { showPeers } : {}) } }));
      toast({ text: t("askDone", { n: asked }) });
      onClose();
      await onAsked();
    } catch (error) {
      setProblem(problemOf(error).detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("askTitle")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={text.trim() === ""} onClick={() => void ask()}>{t(busy ? "asking" : "sendAsk")}</Button></>}>
      <p>{t("askSub")}</p>
      <blockquote className="serif quoted" dir="auto">{cluster.quote}</blockquote>
      {problem !== null && <Alert>{problem}</Alert>}
      <TextArea label={t("question")} hint={t("questionHint")} rows={3} maxLength={MOST_ASKED.text} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
      {mayShowPeers && <Checkbox label={t("showPeers")} hint={t("showPeersHint")} checked={showPeers} onChange={(event) => setShowPeers(event.target.checked)} />}
    </Dialog>
  );
}
