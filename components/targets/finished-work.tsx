"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorState } from "@/components/ui/error-state";
import { TableScroll } from "@/components/ui/table-scroll";
import { useDates } from "@/components/words/use-dates";
import { placesApi } from "./api";
import { ReturnDialog } from "./return-dialog";

/** Finished work with its moments in ISO form, as the API gives it. */
export type FinishedPage = { target: { id: string; name: string }; since: string; items: FinishedLine[]; next: string | null };
type FinishedLine = { assignmentId: string; articleId: string; title: string; annotator: string; phase: string; round: number; submittedAt: string; hits: number };

/** So many answers without a line are gone through at one press. */
const PAGES = 10;

/** Work that was submitted before the target was there: what names it first, to be given back where it should be read again. */
export function FinishedSection({ projectId, first }: { projectId: string; first: FinishedPage }) {
  const t = useTranslations("targets.finished");
  const acts = useTranslations("acts");
  const ui = useTranslations("ui");
  const { moment } = useDates();
  const [found, setFound] = useState({ items: first.items, next: first.next });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const naming = found.items.filter((item) => item.hits > 0);

  const more = async () => {
    setBusy(true);
    setProblem(null);
    let at = found;
    try {
      for (let page = 0; page < PAGES && at.next !== null && at.items.length === found.items.length; page++) {
        const next = await unwrap(placesApi.finished.$get({ param: { projectId, targetId: first.target.id }, query: { after: at.next, limit: 50 } }));
        at = { items: [...at.items, ...next.items], next: next.next };
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setFound(at);
      setBusy(false);
    }
  };
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const returned = (ids: readonly string[]) => {
    setAsking(false);
    setChosen(new Set());
    setFound((before) => ({ ...before, items: before.items.filter((item) => !ids.includes(item.assignmentId)) }));
  };

  return (
    <section className="sect" id="finished" aria-labelledby="finished-title">
      <div className="sect-h"><h2 id="finished-title">{t("title")}</h2><span className="x12">{t("before", { moment: moment(first.since) })}</span></div>
      <p className="muted">{t("sub", { name: first.target.name })}</p>
      {problem && <ErrorState level={3} what={t("brokeOff")} safe={t("safe")} todo={problem.detail} reference={problem.requestId === null ? undefined : ui("request", { id: problem.requestId })} />}
      {found.items.length === 0 && found.next === null && <p>{t("none")}</p>}
      {found.items.length > 0 && (
        <>
          <p className="wrap">
            <Button look={chosen.size > 0 ? "primary" : "plain"} disabled={chosen.size === 0} onClick={() => setAsking(true)}>{chosen.size === 0 ? t("give") : t("giveN", { n: chosen.size })}</Button>
            {naming.length > 0 && <Button look="quiet" onClick={() => setChosen(new Set(naming.map((item) => item.assignmentId)))}>{t("chooseNaming")}</Button>}
            {chosen.size > 0 && <Button look="quiet" onClick={() => setChosen(new Set())}>{t("chooseNone")}</Button>}
          </p>
          <TableScroll label={t("label")}>
            <table className="tb">
              <thead><tr><th scope="col" className="pick"><span className="vh">{t("columns.pick")}</span></th><th scope="col">{t("columns.article")}</th><th scope="col" className="r">{t("columns.names")}</th><th scope="col">{t("columns.by")}</th><th scope="col">{t("columns.submitted")}</th></tr></thead>
              <tbody>{found.items.map((item) => <Line key={item.assignmentId} projectId={projectId} item={item} chosen={chosen.has(item.assignmentId)} onToggle={() => toggle(item.assignmentId)} />)}</tbody>
            </table>
          </TableScroll>
        </>
      )}
      {found.next !== null && <p><Button busy={busy} onClick={() => void more()}>{busy ? acts("looking") : acts("look")}</Button></p>}
      {asking && <ReturnDialog projectId={projectId} target={first.target.name} assignmentIds={[...chosen]} onClose={() => setAsking(false)} onDone={returned} />}
    </section>
  );
}

function Line({ projectId, item, chosen, onToggle }: { projectId: string; item: FinishedLine; chosen: boolean; onToggle: () => void }) {
  const t = useTranslations("targets.finished");
  const { moment } = useDates();
  return (
    <tr>
      <td><Checkbox label={<span className="vh">{t("workBy", { title: item.title, name: item.annotator })}</span>} checked={chosen} onChange={onToggle} /></td>
      <th scope="row" className="hl"><Link className="serif" prefetch={false} href={`/p/${projectId}/articles/${item.articleId}`}><bdi>{item.title}</bdi></Link></th>
      <td className="r num">{item.hits === 0 ? <span className="faint">{t("no")}</span> : t("times", { n: item.hits })}</td>
      <td>{item.annotator}{item.round > 1 && <span className="x12"> {t("round", { n: item.round })}</span>}</td>
      <td className="num when">{moment(item.submittedAt)}</td>
    </tr>
  );
}
