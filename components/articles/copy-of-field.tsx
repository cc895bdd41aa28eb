"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { articlesApi } from "./api";

type Found = { id: string; title: string };

/** Says that an article carries the words of another one, found by its headline. */
export function CopyOfField({ projectId, articleId, value, onChange, error }: { projectId: string; articleId?: string | undefined; value: Found | null; onChange: (value: Found | null) => void; error?: string | undefined }) {
  const t = useTranslations("articles.provenance");
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    const q = search.trim();
    if (q === "") return undefined;
    const timer = setTimeout(() => {
      unwrap(articlesApi.projects[":projectId"].articles.$get({ param: { projectId }, query: { title: q, limit: "6" } }))
        .then(({ items }) => setFound(items.filter((item) => item.id !== articleId).map(({ id, title }) => ({ id, title }))))
        .catch(() => setFound([]));
    }, 250);
    return () => clearTimeout(timer);
  }, [search, projectId, articleId]);

  if (value)
    return (
      <div className="field">
        <span className="lab">{t("copyOf")}</span>
        <div className="row"><span className="cut serif" dir="auto">{value.title}</span><span className="push"><Button size="small" look="quiet" onClick={() => onChange(null)}>{t("notCopy")}</Button></span></div>
        {error !== undefined && <span className="bad-text">{error}</span>}
      </div>
    );
  return (
    <div className="stack s2">
      <TextInput label={t("copyOf")} hint={t("copyHint")} placeholder={t("search")} before={<Icon of={Search} size="s" />} maxLength={200} value={search} error={error} onChange={(event) => { setSearch(event.target.value); setFound(null); }} />
      {search.trim() !== "" && found !== null && (
        <ul className="found" aria-label={t("found")}>
          {found.length === 0 && <li className="x12">{t("noMatch")}</li>}
          {found.map((item) => <li key={item.id}><button type="button" className="link cut" dir="auto" onClick={() => { onChange(item); setSearch(""); setFound(null); }}>{item.title}</button></li>)}
        </ul>
      )}
    </div>
  );
}
