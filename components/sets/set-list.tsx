"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { useDates } from "@/components/words/use-dates";
import { Proposals, type ShownProposals } from "./proposals";
import { SetForm, type EditedSet } from "./set-form";

/** A set of the list; days are those of publication. */
export type ListedSet = EditedSet & { articles: number; works: number; outlets: number; from: string | null; to: string | null };

/** The sets of a project, and below them the events that are proposed. */
export function SetList({ projectId, sets, proposals, until, mayWrite }: { projectId: string; sets: readonly ListedSet[]; proposals: ShownProposals; until: string | undefined; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("sets");
  const [making, setMaking] = useState(false);
  const made = ({ id, name }: { id: string; name: string }) => {
    toast({ text: t("made", { name }) });
    setMaking(false);
    router.push(`/p/${projectId}/sets/${id}`);
  };
  return (
    <div className="page">
      <p className="x12"><Link className="link" href={`/p/${projectId}/articles`}>{t("articles")}</Link></p>
      <PageHead title={t("title")} facts={t("facts", { n: sets.length })} sub={t("sub")} acts={mayWrite && !making && <Button look="primary" onClick={() => setMaking(true)}>{t("new")}</Button>} />
      {making && <section className="sect"><h2>{t("new")}</h2><SetForm projectId={projectId} set={null} onDone={made} onCancel={() => setMaking(false)} /></section>}
      {sets.length === 0 && !making && <EmptyState what={t("none")} why={t("noneWhy")} who={mayWrite ? undefined : t("noneWho")} />}
      {sets.length > 0 && <ul className="targets" aria-label={t("title")}>{sets.map((set) => <li key={set.id}><SetRow set={set} href={`/p/${projectId}/sets/${set.id}`} /></li>)}</ul>}
      <Proposals {...{ projectId, proposals, until, mayWrite }} />
    </div>
  );
}

function SetRow({ set, href }: { set: ListedSet; href: string }) {
  const t = useTranslations("sets");
  return (
    <div className="target">
      <div className="what"><h2 dir="auto"><Link href={href}>{set.name}</Link></h2><Tag>{t(`kind.${set.kind}`)}</Tag></div>
      <span className="x12"><SetSize set={set} /></span>
    </div>
  );
}

/** How large a set is, and from which days. */
export function SetSize({ set }: { set: Pick<ListedSet, "articles" | "works" | "outlets" | "from" | "to"> }) {
  const t = useTranslations("sets");
  const { date } = useDates();
  const days = set.from === null || set.to === null ? "" : set.from === set.to ? date(set.from) : t("days", { from: date(set.from), to: date(set.to) });
  return <>{[t("size", { articles: set.articles, works: set.works, outlets: set.outlets }), days].filter((word) => word !== "").join(" · ")}</>;
}
