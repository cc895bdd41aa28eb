"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { placesOf } from "@/lib/compare/shown-rows";
import type { ShownRow } from "@/lib/compare/document";
import { compareApi } from "../api";
import { useComparison } from "../context";
import { useSaving } from "../use-saving";

/** Asks for the name of a row; an empty one gives it back the words that join it. */
export function Rename({ row, label, onDone }: { row: ShownRow; label: string; onDone: () => void }) {
  const [t, acts] = [useTranslations("compare.row"), useTranslations("acts")];
  const { projectId, found } = useComparison();
  const { busy, problem, save } = useSaving();
  const [name, setName] = useState(row.name?.name ?? label);
  const [first] = row.cells.flatMap((cell) => placesOf(cell, found.columns));
  const column = found.columns.find(({ id }) => id === first?.articleId);
  const send = async () => {
    if (!first || !column || !found.set) return;
    const param = { projectId, articleSetId: found.set.id };
    const json = { place: { ...first, revisionId: column.revisionId }, name: name.trim(), replaces: row.name && { id: row.name.id, version: row.name.version } };
    if (await save(async () => void (await unwrap(compareApi[":articleSetId"].names.$put({ param, json }))))) onDone();
  };
  return (
    <form className="cmp-rename" onSubmit={(event) => { event.preventDefault(); void send(); }} onKeyDown={(event) => { if (event.key === "Escape") onDone(); }}>
      <TextInput label={t("name")} hint={t("nameHint")} value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
      {problem && <Alert>{problem.detail}</Alert>}
      <span className="row"><Button type="submit" size="small" look="primary" busy={busy}>{acts("save")}</Button><Button size="small" look="quiet" onClick={onDone}>{acts("cancel")}</Button></span>
    </form>
  );
}
