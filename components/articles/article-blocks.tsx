"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { BlockKind } from "@/lib/articles/blocks";
import { articlesApi } from "./api";
import { BlockList } from "./block-list";
import type { ShownBlock } from "./block-view";

type Affected = { spanId: string; quote: string; pseudonym: string };
type Wish = { ordinal: number; kind: BlockKind; toEnd: boolean };
const affectedOf = (problem: Problem): { list: Affected[]; count: number } | null => {
  const extra = problem as Problem & { affected?: Affected[]; affectedCount?: number };
  return extra.affected ? { list: extra.affected, count: extra.affectedCount ?? extra.affected.length } : null;
};

/** The article as captured. A coordinator can say what each block is; marks that would be covered are named first. */
export function ArticleBlocks({ projectId, articleId, version, blocks, language, mayWrite }: { projectId: string; articleId: string; version: number; blocks: readonly ShownBlock[]; language: string | null; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("articles.blocks");
  const kinds = useTranslations("names.kindsInside");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<{ wish: Wish; list: Affected[]; count: number } | null>(null);
  const [busy, setBusy] = useState(false);

  // Two quick changes are two versions: the second builds on the answer to the first, not on the page as it was.
  const latest = useRef(version);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    latest.current = Math.max(latest.current, version);
  }, [version]);

  const change = (wish: Wish, confirm: boolean): void => {
    last.current = last.current.then(() => send(wish, confirm));
  };

  const send = async (wish: Wish, confirm: boolean) => {
    setBusy(true);
    setProblem(null);
    const json = { version: latest.current, ...(confirm ? { confirm } : {}), ...(wish.toEnd ? { fromOrdinal: wish.ordinal, kind: wish.kind } : { changes: [{ ordinal: wish.ordinal, kind: wish.kind }] }) };
    try {
      const changed = await unwrap(articlesApi.projects[":projectId"].articles[":articleId"].blocks.$patch({ param: { projectId, articleId }, json }));
      latest.current = changed.version;
      setAsked(null);
      toast({ text: t(wish.toEnd ? "nowToEnd" : "now", { n: wish.ordinal + 1, kind: kinds(wish.kind) }) });
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const affected = affectedOf(error.problem);
      if (affected) setAsked({ wish, ...affected });
      else setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {problem && <Alert>{problem.detail} {problem.code === "conflict" && <Button size="small" onClick={() => { setProblem(null); router.refresh(); }}>{t("lookNow")}</Button>}</Alert>}
      <BlockList blocks={blocks} language={language} label={t("label")} onKind={mayWrite ? (ordinal, kind, toEnd) => change({ ordinal, kind, toEnd }, false) : undefined} />
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t("marks", { n: asked?.count ?? 0 })}
        acts={asked && <><Button look="quiet" onClick={() => setAsked(null)}>{t("leave")}</Button><Button look="danger" busy={busy} onClick={() => change(asked.wish, true)}>{busy ? t("changing") : t("changeAll")}</Button></>}
      >
        {asked && <p>{t("covered", { kind: kinds(asked.wish.kind) })}</p>}
        <ul className="quotes">
          {asked?.list.map((item) => <li key={item.spanId}><q className="serif" dir="auto">{item.quote}</q> <span className="x12">{item.pseudonym}</span></li>)}
        </ul>
        {asked && asked.count > asked.list.length && <p className="x12">{t("andMore", { n: asked.count - asked.list.length })}</p>}
      </Dialog>
    </>
  );
}
