"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { setsApi } from "@/components/sets/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useComparison } from "./context";
import { useSaving } from "./use-saving";

/** Makes a set of articles that were chosen by hand, so that names and omissions can be kept. */
export function MakeSet() {
  const t = useTranslations("compare.page");
  const router = useRouter();
  const { projectId, found } = useComparison();
  const { busy, problem, save } = useSaving();
  const [name, setName] = useState(found.columns[0]?.title.slice(0, 190) ?? "");
  const make = () => save(async () => {
    const made = await unwrap(setsApi.$post({ param: { projectId }, json: { name, kind: "event", articleIds: found.columns.map(({ id }) => id) } }));
    router.push(`/p/${projectId}/compare/${made.id}`);
  });
  return (
    <form className="cmp-notes cmp-make no-print" onSubmit={(event) => { event.preventDefault(); void make(); }}>
      <TextInput label={t("setName")} hint={t("makeSetWhy")} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      <Button type="submit" busy={busy} disabled={name.trim() === ""}>{t("makeSet")}</Button>
      {problem && <Alert>{problem.detail}</Alert>}
    </form>
  );
}
