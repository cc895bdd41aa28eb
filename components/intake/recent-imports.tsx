"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { useDates } from "@/components/words/use-dates";
import { ApiProblem } from "@/components/api/client";
import { isActive } from "./import-state";
import type { ListedImport } from "./import-types";
import { listImports } from "./imports-api";
import { usePolling } from "./use-polling";

/** The imports of the project, the newest first; what is under way is looked at again every few seconds. */
export function RecentImports({ projectId, first, next: firstNext }: { projectId: string; first: readonly ListedImport[]; next: string | null }) {
  const t = useTranslations("intake");
  const { moment } = useDates();
  const [items, setItems] = useState(first);
  const [next, setNext] = useState(firstNext);
  usePolling(async () => {
    const newest = await listImports(projectId, null);
    const known = new Map(newest.items.map((one) => [one.id, one]));
    setItems((before) => before.map((one) => known.get(one.id) ?? one));
  }, items.some(isActive) ? 3_000 : null);

  const more = async () => {
    try {
      const page = await listImports(projectId, next);
      setItems((before) => [...before, ...page.items]);
      setNext(page.next);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
    }
  };
  if (items.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="recent">
      <div className="sect-h"><h2 id="recent">{t("recent.title")}</h2></div>
      <ul className="imports">
        {items.map((one) => (
          <li key={one.id}>
            <Link className="serif cut" dir="auto" href={`/p/${projectId}/articles/imports/${one.id}`}>{one.name}</Link>
            <span className="k">{t(`states.${one.paused ? "paused" : one.state}`)}</span>
            <span className="x12 num">{one.state === "done" || one.state === "adding" ? t("recent.kept", one.counts) : t("recent.found", one.counts)}</span>
            <time className="x12 num" dateTime={new Date(one.createdAt).toISOString()}>{moment(new Date(one.createdAt).toISOString())}</time>
          </li>
        ))}
      </ul>
      {next !== null && <div><Button size="small" onClick={() => void more()}>{t("recent.more")}</Button></div>}
    </section>
  );
}

