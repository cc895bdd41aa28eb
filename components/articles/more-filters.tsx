"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ArticleQuery } from "@/lib/articles/filters";
import { languageTag } from "@/lib/articles/provenance";

type Named = { id: string; name: string };
const named = (any: string, items: readonly Named[]): SelectOption[] => [{ value: "", label: any }, ...items.map(({ id, name }) => ({ value: id, label: name }))];

/** The filters that are needed less often, behind one word; open where one of them is set. */
export function MoreFilters({ query, publishers, targets, sets, seesSets, go }: { query: ArticleQuery; publishers: SelectOption[] | null; targets: readonly Named[]; sets: readonly Named[]; seesSets: boolean; go: (change: Partial<ArticleQuery>) => void }) {
  const t = useTranslations("articles.filters");
  const [language, setLanguage] = useState(query.language ?? "");
  const set = [query.publisherId, query.language, query.from, query.to, query.targetId, query.setId].filter((value) => value !== undefined).length;
  const say = () => {
    const tag = languageTag(language) ?? undefined;
    if (tag !== query.language && (tag !== undefined || language.trim() === "")) go({ language: tag });
  };
  return (
    <details className="more-filters" open={set > 0}>
      <summary className="btn small quiet">{t("more")} <Icon of={ChevronDown} size="s" /></summary>
      <div className="filters">
        {publishers && <Select label={t("publisher")} size="small" value={query.publisherId ?? ""} onChange={(event) => go({ publisherId: event.target.value })} options={publishers} />}
        <TextInput label={t("from")} size="small" type="date" value={query.from ?? ""} onChange={(event) => go({ from: event.target.value || undefined })} />
        <TextInput label={t("to")} size="small" type="date" value={query.to ?? ""} onChange={(event) => go({ to: event.target.value || undefined })} />
        <TextInput label={t("language")} size="small" maxLength={35} placeholder="en" value={language} onChange={(event) => setLanguage(event.target.value)} onBlur={say} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); say(); } }} />
        {targets.length > 0 && <Select label={t("target")} size="small" value={query.targetId ?? ""} onChange={(event) => go({ targetId: event.target.value || undefined })} options={named(t("anyTarget"), targets)} />}
        {seesSets && sets.length > 0 && <Select label={t("set")} size="small" value={query.setId ?? ""} onChange={(event) => go({ setId: event.target.value || undefined })} options={named(t("anySet"), sets)} />}
      </div>
    </details>
  );
}
