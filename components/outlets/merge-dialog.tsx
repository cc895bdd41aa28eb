"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { outletsApi } from "./api";

type Merging = { id: string; name: string; version: number; merged: readonly { name: string }[] };

/** Asks which outlet another one is to count as, and says what that does. */
export function MergeDialog({ projectId, outlet, outlets, onClose, onDone }: { projectId: string; outlet: Merging; outlets: readonly { id: string; name: string }[]; onClose: () => void; onDone: (said: string) => void }) {
  const t = useTranslations("outlets.merge");
  const acts = useTranslations("acts");
  const { name } = outlet;
  const [intoId, setInto] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const others = outlets.filter((other) => other.id !== outlet.id);
  const into = others.find((other) => other.id === intoId)?.name ?? t("theOther");
  const first = outlet.merged.length > 0 ? t("mergedFirst", { n: outlet.merged.length, list: outlet.merged.map((one) => one.name).join(", "), name }) : others.length === 0 ? t("noOther") : null;

  const merge = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(outletsApi[":outletId"].merge.$post({ param: { projectId, outletId: outlet.id }, json: { version: outlet.version, intoId } }));
      onDone(t("done", { name, into: done.outlet.name, articles: done.articles }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} title={t("title", { name })} acts={<><Button look="quiet" onClick={onClose}>{first === null ? acts("cancel") : acts("close")}</Button>{first === null && <Button look="primary" busy={busy} disabled={intoId === ""} onClick={() => void merge()}>{busy ? t("merging") : t("merge")}</Button>}</>}>
      {first !== null ? <p>{first}</p> : (
        <>
          {problem && fieldError(problem, "intoId") === undefined && <Alert>{problem.detail}</Alert>}
          <Select label={t("into")} value={intoId} error={fieldError(problem, "intoId") && problem?.detail} onChange={(event) => setInto(event.target.value)} options={[{ value: "", label: t("choose") }, ...others.map((other) => ({ value: other.id, label: other.name }))]} />
          <ul className="plain-list">
            <li>{t("count", { name, into })}</li>
            <li>{t("names", { into })}</li>
            <li>{t("headlines")}</li>
            <li>{t("undo")}</li>
          </ul>
        </>
      )}
    </Dialog>
  );
}
