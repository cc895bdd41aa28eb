"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { OwnSuggestions } from "./own-suggestions";
import { SuggestTarget } from "./suggest-target";
import type { SuggestionLine } from "./suggestion-line";

/** For those who suggest: the way to do it, and what came of it before. */
export function OwnPanel({ projectId, items }: { projectId: string; items: readonly SuggestionLine[] }) {
  const router = useRouter();
  const t = useTranslations("suggestions");
  const [open, setOpen] = useState(false);
  return (
    <section className="sect" aria-labelledby="own-suggestions-title">
      <div className="sect-h"><h2 id="own-suggestions-title">{t("yours")}</h2><span className="push"><Button onClick={() => setOpen(true)}>{t("act")}</Button></span></div>
      {items.length === 0 ? <p className="muted">{t("yoursNone")}</p> : <OwnSuggestions items={items} label={t("yours")} />}
      <SuggestTarget projectId={projectId} articleId={null} words="" open={open} onClose={() => { setOpen(false); router.refresh(); }} />
    </section>
  );
}
