"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { OwnSuggestions } from "./own-suggestions";
import { SuggestTarget } from "./suggest-target";
import type { SuggestionLine } from "./suggestion-line";

/** For those who suggest: the way to do it, and what came of it before. */
export function OwnPanel({ projectId, items }: { projectId: string; items: readonly SuggestionLine[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <section className="sect" aria-labelledby="own-suggestions-title">
      <div className="sect-h"><h2 id="own-suggestions-title">What you suggested</h2><span className="push"><Button onClick={() => setOpen(true)}>Suggest a target</Button></span></div>
      {items.length === 0 ? <p className="muted">Where an article is about somebody or something that is not in the list, suggest it. A coordinator decides and answers you.</p> : <OwnSuggestions items={items} label="What you suggested" />}
      <SuggestTarget projectId={projectId} articleId={null} words="" open={open} onClose={() => { setOpen(false); router.refresh(); }} />
    </section>
  );
}
