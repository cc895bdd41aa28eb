"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { TextInput } from "@/components/ui/text-input";
import type { Example } from "@/lib/codebook/content";
import { codebookApi, problemOf } from "../api";
import { useEditing } from "./editing";

type Found = { spanId: string; quote: string; articleTitle: string; annotator: string };
const SETTLE_MS = 300;

/** Takes examples from marks of the project that carry this framing or label. */
export function SpanExamples({ labelId, taken, most, onTake, onClose }: { labelId: string; taken: readonly Example[]; most: number; onTake: (examples: Example[]) => void; onClose: () => void }) {
  const { projectId } = useEditing();
  const [t, acts] = [useTranslations("codebookEdit.examples"), useTranslations("acts")];
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Found>>(new Map());

  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => {
      void unwrap(codebookApi.examples.$get({ param: { projectId }, query: { labelId, ...(q.trim() === "" ? {} : { q: q.trim() }) } })).then(
        ({ items }) => here && (setFound(items), setProblem(null)),
        (error: unknown) => here && setProblem(problemOf(error)),
      );
    }, q === "" ? 0 : SETTLE_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [projectId, labelId, q]);

  const used = new Set(taken.map((example) => example.spanId));
  const offered = (found ?? []).filter((one) => !used.has(one.spanId));
  const toggle = (one: Found) => setChosen((before) => {
    const next = new Map(before);
    if (!next.delete(one.spanId)) next.set(one.spanId, one);
    return next;
  });
  const take = () => {
    onTake([...chosen.values()].slice(0, most).map(({ spanId, quote }) => ({ text: quote, note: "", spanId })));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} wide title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" disabled={chosen.size === 0} onClick={take}>{chosen.size < 2 ? t("takeOne") : t("takeN", { n: chosen.size })}</Button></>}>
      <TextInput label={t("search")} hideLabel type="search" placeholder={t("search")} maxLength={200} before={<Icon of={Search} size="s" />} value={q} onChange={(event) => setQ(event.target.value)} />
      {problem && <Alert>{problem.detail}</Alert>}
      {found === null && problem === null && <Skeleton label={t("looking")} rows={4} />}
      {found !== null && offered.length === 0 && <p className="muted">{q.trim() === "" ? t("none") : t("noMatch", { q: q.trim() })}</p>}
      {offered.length > 0 && (
        <ul className="cb-found" aria-label={t("marks")}>
          {offered.map((one) => <li key={one.spanId}><Checkbox label={<span className="q" dir="auto">{one.quote}</span>} hint={`${one.articleTitle}, ${one.annotator}`} checked={chosen.has(one.spanId)} onChange={() => toggle(one)} /></li>)}
        </ul>
      )}
    </Dialog>
  );
}
