"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { ArticleTable, type ListedArticle } from "@/components/articles/article-table";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { useToast } from "@/components/ui/toast";
import { setsApi } from "./api";
import { SetForm } from "./set-form";
import { SetSize, type ListedSet } from "./set-list";

/** One set: what it is, and its articles. */
export function SetPage({ projectId, set, page, mayWrite, seesProgress }: { projectId: string; set: ListedSet; page: { items: ListedArticle[]; next: string | null; previous: string | null }; mayWrite: boolean; seesProgress: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [t, list, acts] = [useTranslations("sets"), useTranslations("articles"), useTranslations("acts")];
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [base, here] = [`/p/${projectId}`, page.items.map((item) => item.id)];
  const param = { projectId, articleSetId: set.id };
  const act = async (change: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await change();
    } catch (error) {
      setProblem(problemOf(error));
      setDeleting(false);
    } finally {
      setBusy(false);
    }
  };
  const takeOut = () => act(async () => {
    const done = await unwrap(setsApi[":articleSetId"].articles.$delete({ param, json: { articleIds: [...chosen] } }));
    toast({ text: t("takenOut", { n: done.removed }) });
    setChosen(new Set());
    router.refresh();
  });
  const remove = () => act(async () => {
    await unwrap(setsApi[":articleSetId"].$delete({ param, json: { version: set.version } }));
    toast({ text: t("deleted", { name: set.name }) });
    router.push(`${base}/sets`);
  });
  const selection = {
    ids: chosen,
    toggle: (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id])),
    toggleAll: () => setChosen((before) => (here.every((id) => before.has(id)) ? new Set() : new Set(here))),
  };
  return (
    <div className="page">
      <p className="x12"><Link className="link" href={`${base}/sets`}>{t("title")}</Link></p>
      <PageHead
        title={<span dir="auto" className="wrap-any">{set.name}</span>} facts={<SetSize set={set} />} sub={set.note || undefined}
        acts={<>{set.articles > 1 && <Button size="small" look="primary" href={`${base}/compare/${set.id}`}>{t("compare")}</Button>}<Button size="small" href={`${base}/articles?set=${set.id}`}>{t("openAs")}</Button>{mayWrite && !editing && <Button size="small" onClick={() => setEditing(true)}>{t("edit")}</Button>}{mayWrite && <Button size="small" onClick={() => setDeleting(true)}>{t("delete")}</Button>}</>}
      />
      {problem && <Alert>{problem.detail}</Alert>}
      {editing && <section className="sect"><SetForm projectId={projectId} set={set} onDone={({ name }) => { toast({ text: t("saved", { name }) }); setEditing(false); router.refresh(); }} onCancel={() => setEditing(false)} /></section>}
      {page.items.length === 0 ? <EmptyState what={t("empty")} why={t("emptyWhy")} action={<Button size="small" href={`${base}/articles`}>{t("open")}</Button>} /> : (
        <>
          {chosen.size > 0 && <div className="row"><Button size="small" busy={busy} onClick={() => void takeOut()}>{t("takeOut", { n: chosen.size })}</Button></div>}
          <TableScroll label={t("title")}><ArticleTable base={`${base}/articles`} items={page.items} selection={mayWrite ? selection : undefined} seesProgress={seesProgress} seesAll /></TableScroll>
          {(page.previous !== null || page.next !== null) && (
            <nav className="row" aria-label={t("pages")}>
              {page.previous !== null && <Button size="small" href={`${base}/sets/${set.id}?before=${page.previous}`}>{list("back")}</Button>}
              {page.next !== null && <Button size="small" href={`${base}/sets/${set.id}?after=${page.next}`}>{list("more")}</Button>}
            </nav>
          )}
        </>
      )}
      <Dialog open={deleting} onClose={() => setDeleting(false)} title={t("deleteTitle", { name: set.name })} acts={<><Button look="quiet" onClick={() => setDeleting(false)}>{acts("cancel")}</Button><Button look="primary" busy={busy} onClick={() => void remove()}>{busy ? t("deleting") : t("delete")}</Button></>}>{t("deleteWhy")}</Dialog>
    </div>
  );
}
