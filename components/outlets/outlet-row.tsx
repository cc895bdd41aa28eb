"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { EditedOutlet } from "./outlet-form";

type Merged = { id: string; name: string; version: number };
/** An outlet of the list; `place` says country and language in words. */
export type ListedOutlet = EditedOutlet & { place: string | null; merged: readonly Merged[]; articles: { outlet: number; publisher: number } };

/** One outlet: its other names and sites, who owns it, how many articles it has, and what was merged into it. */
export function OutletRow({ outlet, acts }: { outlet: ListedOutlet; acts: { onEdit: () => void; onMerge: () => void; onUnmerge: (merged: Merged) => void } | null }) {
  const [t, both] = [useTranslations("outlets"), useTranslations("acts")];
  const { name, place, owner } = outlet;
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{name}</h2>
        {outlet.aliases.length > 0 && <ul className="wrap" aria-label={t("aliases", { name })}>{outlet.aliases.map((alias) => <li key={alias}><Tag><bdi>{alias}</bdi></Tag></li>)}</ul>}
        {outlet.domains.length > 0 && <ul className="wrap x12" aria-label={t("domains", { name })}>{outlet.domains.map((domain) => <li key={domain}>{domain}</li>)}</ul>}
        {owner !== null && <span className="x12" dir="auto">{t("ownedBy", { owner })}</span>}
        {outlet.merged.length > 0 && (
          <ul className="merged x12" aria-label={t("mergedInto", { name })}>
            {outlet.merged.map((merged) => (
              <li key={merged.id}>
                <span>{t.rich("withArticles", { name: merged.name, b: (words) => <bdi>{words}</bdi> })}</span>
                {acts && <Button size="small" look="quiet" label={t("undoOf", { name: merged.name })} onClick={() => acts.onUnmerge(merged)}>{t("undo")}</Button>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="x12">
        <span className={place === null ? "faint" : undefined}>{place ?? t("place.neither")}</span>
        <br />
        <span className="num">{t("articles", { outlet: outlet.articles.outlet, publisher: outlet.articles.publisher })}</span>
      </span>
      {acts && (
        <span className="row">
          <Button size="small" label={t("edit", { name })} onClick={acts.onEdit}>{both("edit")}</Button>
          <Button size="small" look="quiet" label={t("mergeOf", { name })} onClick={acts.onMerge}>{t("mergeAct")}</Button>
        </span>
      )}
    </div>
  );
}
