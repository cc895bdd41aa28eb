"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { problemOf } from "@/components/articles/api";
import type { Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useMedia } from "@/components/ui/use-media";
import { useDates } from "@/components/words/use-dates";
import { addable, isOver } from "./import-state";
import type { Import, RowFields, RowState } from "./import-types";
import { ImportProgress } from "./import-progress";
import { ImportOutcome } from "./import-outcome";
import { MappingTable } from "./mapping-table";
import { Receiving } from "./receiving";
import { RecordList } from "./record-list";
import { RecordPane } from "./record-pane";
import { shareFields } from "./share-fields";
import { Tally } from "./tally";
import { useImport } from "./use-import";
import { useRows } from "./use-rows";

/** One import: on its way, before anything is added, while it is added, and what became of it. */
export function ImportPage({ projectId, first, outlets }: { projectId: string; first: Import; outlets: readonly string[] }) {
  const t = useTranslations("imports");
  const { moment } = useDates();
  const format = useFormatter();
  const { shown, problem, busy, act, refresh, track } = useImport(projectId, first);
  const [filter, setFilter] = useState<RowState | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const narrow = useMedia("(max-width: 820px)");
  const { state, counts } = shown;
  // Rows are there for good once they were read; while they come in, each portion shows.
  const when = state === "reading" || state === "adding" ? `${state} ${counts.seen} ${counts.kept + counts.joined}` : `${state} ${shown.version}`;
  const list = useRows(projectId, shown.id, filter, when);
  const choice = picked ?? (narrow ? null : (list.rows?.find((row) => row.state === "look") ?? list.rows?.[0])?.ordinal ?? null);
  const ready = addable(counts);
  const looksAtOne = narrow && choice !== null;
  const waits = state === "receiving";
  const [sharing, setSharing] = useState<Problem | null>(null);
  const share = async (from: number, fields: RowFields) => {
    const shared = shareFields(projectId, shown.id, from, fields).then(() => null, problemOf);
    track(shared);
    setSharing(await shared);
    await Promise.allSettled([refresh(), list.again()]);
  };
  return (
    <div className="articles import" data-one={looksAtOne || undefined}>
      <section className="imp" aria-labelledby="import-title">
        <header>
          <h1 id="import-title">{t(`titles.${state}`)}</h1>
          <span className="x12 wrap-any" dir="auto">{t(waits ? "factsBefore" : "facts", { name: shown.name, records: counts.seen, when: moment(new Date(shown.createdAt).toISOString()) })}</span>
        </header>
        {(problem ?? sharing) && <div className="step-box"><Alert>{(problem ?? sharing)?.detail}</Alert></div>}
        {waits && <Receiving projectId={projectId} shown={shown} onArrived={refresh} />}
        {(state === "reading" || state === "adding") && <ImportProgress shown={shown} busy={busy} onAct={(wish) => void act(wish)} onCancel={() => setAsking(true)} />}
        {isOver(shown) && <ImportOutcome projectId={projectId} shown={shown} />}
        {counts.seen > 0 && <Tally shown={shown} filter={filter} onFilter={(wish) => { setFilter(wish); setPicked(null); }} />}
        {(state === "ready" || state === "reading") && <MappingTable key={shown.version} shown={shown} busy={busy} onMapping={(mapping) => void act({ mapping })} />}
        {!waits && counts.seen > 0 && (
          <div className="both">
            <RecordList shown={shown} list={list} filter={filter} current={choice} onPick={setPicked} />
            {choice !== null && (
              <RecordPane
                key={`${choice} ${state === "ready"} ${shown.version}`} projectId={projectId} shown={shown} ordinal={choice} outlets={outlets} track={track}
                onChanged={(row) => { list.put(row); void refresh().catch(() => undefined); }}
                onPick={(ordinal) => { setFilter(null); setPicked(ordinal); }}
                onShare={behind(shown) ? undefined : (fields) => void share(choice, fields)}
                onBack={narrow ? () => setPicked(null) : undefined}
              />
            )}
          </div>
        )}
        {(waits || state === "ready") && (
          <footer>
            {state === "ready" && <span className="x12">{t("copies")}</span>}
            <span className="push row">
              <Button look="quiet" onClick={() => setAsking(true)}>{t("cancel")}</Button>
              {state === "ready" && <Button look="primary" busy={busy === "add"} disabled={ready === 0 && !behind(shown)} onClick={() => void act("add")}>{busy === "add" ? t("adding") : behind(shown) ? t("addAll", { n: format.number(counts.seen - counts.refused) }) : t("add", { n: ready })}</Button>}
            </span>
          </footer>
        )}
      </section>
      <Dialog
        open={asking} onClose={() => setAsking(false)} title={t("cancelling.title")}
        acts={<><Button look="quiet" onClick={() => setAsking(false)}>{t("cancelling.goOn")}</Button><Button look="danger" onClick={() => { setAsking(false); void act("cancel"); }}>{t("cancelling.act")}</Button></>}
      >
        <p>{state === "adding" ? t("cancelling.some", { n: counts.kept + counts.joined }) : t("cancelling.nothing")}</p>
      </Dialog>
    </div>
  );
}

/** Whether there are records that cannot be looked at before they are added. */
const behind = ({ previewed, counts }: Import): boolean => previewed !== null && previewed < counts.seen;
