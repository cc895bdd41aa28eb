"use client";

import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import type { Erased } from "@/lib/lessons/server/erase";

/** What a search of the whole database found after erasing, and what it could not look for. */
export function Found({ who, done }: { who: string; done: Erased }) {
  const t = useTranslations("lessonAfter.found");
  const { search, left } = done;
  const clean = search.traces.length === 0 && search.unsearched.length === 0;
  return (
    <div className="la-found" role="status">
      <p><b>{t("gone", { who })}</b> {t("searched", { tables: search.tables, columns: search.columns, n: search.traces.length })}</p>
      {left > 0 && <p className="x12">{t("left", { n: left })}</p>}
      {!clean && <Alert>{t("places", { places: [...search.traces.map(({ table, column }) => `${table}.${column}`), ...search.unsearched].join(", ") })}</Alert>}
      <p className="x12">{t("backups")}</p>
    </div>
  );
}
