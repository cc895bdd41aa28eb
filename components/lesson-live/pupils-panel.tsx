"use client";

import { Check, Circle, CircleDot, Pencil, WifiOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { liveApi } from "./api";
import type { Live } from "./use-live";

const SHAPES = { handed_in: Check, marking: Pencil, started: CircleDot, joined: Circle, away: WifiOff } as const;
const ORDER = ["handed_in", "marking", "started", "joined", "away"] as const;

/** Everybody in the class: who has handed in, who marks, who has not begun, who is not there; and collecting. */
export function PupilsPanel({ projectId, live }: { projectId: string; live: Live }) {
  const t = useTranslations("lessonLive");
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const [from, setFrom] = useState("");
  const board = live.board.value;
  if (!board) return <section className="ll-pupils">{live.board.problem ? <Alert>{live.board.problem.detail}</Alert> : <Skeleton label={t("loading")} rows={6} />}</section>;
  // Whoever handed in needs nothing more: that they shut the lid says nothing.
  const stateOf = (pupil: (typeof board.pupils)[number]) => (pupil.away && pupil.state !== "handed_in" ? "away" : pupil.state);
  const count = (state: (typeof ORDER)[number]): number => board.pupils.filter((pupil) => stateOf(pupil) === state).length;
  const collect = async () => {
    setAsks(false);
    const done = await live.act(() => unwrap(liveApi.collect.$post({ param: { projectId }, json: from === "" ? {} : { memberId: from } })));
    if (done) toast({ text: t("collected", { n: done.collected }) });
  };
  return (
    <section className="ll-pupils" aria-label={t("pupils")}>
      <div className="pane-h">
        <h2>{t("pupils")}</h2>
        <span className="x11 num">{ORDER.filter((state) => count(state) > 0).map((state) => t(`totals.${state}`, { n: count(state) })).join(" · ")}</span>
        {board.pupils.length > 0 && <Button size="small" look="quiet" className="push" onClick={() => setAsks(true)}>{t("collect")}</Button>}
      </div>
      {board.pupils.length === 0 ? <p className="ll-nobody muted">{t("nobodyIn")}</p> : (
        <ul className="ll-list" tabIndex={0} aria-label={t("pupils")} style={{ gridTemplateRows: `repeat(${Math.ceil(board.pupils.length / 2)}, 25px)` }}>
          {board.pupils.map((pupil) => {
            const state = stateOf(pupil);
            return (
              <li key={pupil.memberId} className={state} data-state={state}>
                <span title={t(`states.${state}`)}><Icon of={SHAPES[state]} size="s" label={t(`states.${state}`)} /></span>
                <span className="cut" dir="auto" title={pupil.pseudonym}>{pupil.pseudonym}</span>
                <span className="num" title={t("marksOf", { n: pupil.marks })}>{pupil.marks === 0 && state === "away" ? "–" : pupil.marks}</span>
              </li>
            );
          })}
        </ul>
      )}
      <Dialog open={asks} onClose={() => setAsks(false)} title={t("sure.collect")} acts={<><Button onClick={() => setAsks(false)}>{t("sure.cancel")}</Button><Button look="primary" onClick={() => void collect()}>{t("sure.collectYes")}</Button></>}>
        <p>{t("sure.collectWhy")}</p>
        <Select label={t("sure.collectFrom")} value={from} onChange={(event) => setFrom(event.target.value)} options={[{ value: "", label: t("sure.everybody") }, ...board.pupils.map(({ memberId, pseudonym }) => ({ value: memberId, label: pseudonym }))]} />
      </Dialog>
    </section>
  );
}
