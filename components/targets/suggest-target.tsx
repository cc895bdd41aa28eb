"use client";

import { useEffect, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { suggestionsApi } from "./api";
import { OwnSuggestions } from "./own-suggestions";
import type { SuggestionLine } from "./suggestion-line";
import "./targets.css";

/** Words longer than this are kept as a quotation only, not taken for a name. */
const LONGEST_NAME = 60;

type Props = { projectId: string; articleId: string | null; words: string; open: boolean; onClose: () => void };

/** Asks for a target that is missing, and shows what came of what one suggested before. `words` are those of the article that it is about, or "". */
export function SuggestTarget({ open, ...rest }: Props) {
  const t = useTranslations("suggest");
  return (
    <Dialog open={open} onClose={rest.onClose} title={t("title")}>
      {/* Only while open, so that it begins afresh with other words. */}
      {open && <SuggestForm {...rest} />}
    </Dialog>
  );
}

function SuggestForm({ projectId, articleId, words, onClose }: Omit<Props, "open">) {
  const toast = useToast();
  const t = useTranslations("suggest");
  const acts = useTranslations("acts");
  const quote = words.trim();
  const [name, setName] = useState([...quote].length <= LONGEST_NAME ? quote.replace(/\s+/gu, " ") : "");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [earlier, setEarlier] = useState<readonly SuggestionLine[] | "failed" | null>(null);

  useEffect(() => {
    let here = true;
    unwrap(suggestionsApi.$get({ param: { projectId }, query: { mine: "true", limit: 20 } })).then(
      ({ items }) => here && setEarlier(items),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (here) setEarlier("failed");
      },
    );
    return () => {
      here = false;
    };
  }, [projectId]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = await unwrap(suggestionsApi.$post({ param: { projectId }, json: { name, reason, articleId, quote: [...quote].slice(0, 1000).join("") } }));
      toast({ text: t("sent", { name: made.name }) });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const wrong = fieldError(problem, "name");

  return (
    <>
      <form className="form" aria-label={t("title")} onSubmit={(event) => void submit(event)}>
        {problem && wrong === undefined && <Alert>{problem.detail}</Alert>}
        <p className="muted">{t("sub")}</p>
        {quote !== "" && <blockquote className="serif quoted" dir="auto">{quote}</blockquote>}
        <TextInput label={t("name")} required maxLength={200} dir="auto" autoFocus autoComplete="off" value={name} error={wrong} onChange={(event) => setName(event.target.value)} />
        <TextArea label={t("why")} rows={2} maxLength={2000} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
        <div className="form-acts"><Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>{busy ? t("sending") : t("send")}</Button><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button></div>
      </form>
      {earlier === null && <Skeleton label={t("loading")} rows={2} look="text" />}
      {earlier === "failed" && <p className="x12">{t("failed")}</p>}
      {Array.isArray(earlier) && earlier.length > 0 && <section className="stack s2"><h3>{t("before")}</h3><OwnSuggestions items={earlier} label={t("before")} /></section>}
    </>
  );
}
