"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Keeper } from "@/components/lesson-writing/keeper";
import { later, storeUnder } from "@/components/lesson-writing/use-keeper";
import type { GradeRow } from "@/lib/lessons/server/grades";
import { pointsApi } from "./api";
import { PointsTable, type Points } from "./points-table";
import { PupilPanel } from "./pupil-panel";
import { useAnswer } from "./use-answer";

const pointsOf = ({ evidence, reasoning, comment, version }: Points & { version: number }) => ({ value: { evidence, reasoning, comment }, version });

/** The points of a class: its pupils, and the one who is looked at beside them. */
export function PointsScreen({ projectId }: { projectId: string }) {
  const t = useTranslations("lessonPoints");
  const { answer, problem, again } = useAnswer(projectId, () => unwrap(pointsApi.grades.$get({ param: { projectId } })));
  if (!answer) return problem ? <><Alert>{problem}</Alert><Button onClick={again}>{t("again")}</Button></> : <Skeleton label={t("loading")} rows={8} />;
  if (answer.items.length === 0) return <EmptyState what={t("none")} why={t("noneWhy")} />;
  return <Loaded projectId={projectId} pupils={answer.items} />;
}

function Loaded({ projectId, pupils }: { projectId: string; pupils: readonly GradeRow[] }) {
  const [chosen, setChosen] = useState(pupils[0]!.memberId);
  const [keepers] = useState(() => new Map(pupils.map((pupil) => [pupil.memberId, keeperOf(projectId, pupil)] as const)));
  useEffect(() => {
    const flush = () => keepers.forEach((keeper) => keeper.flush());
    keepers.forEach((keeper) => keeper.resume());
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      keepers.forEach((keeper) => keeper.stop());
    };
  }, [keepers]);
  return (
    <div className="lpt">
      <PointsTable pupils={pupils} keepers={keepers} chosen={chosen} onChoose={setChosen} />
      <PupilPanel key={chosen} projectId={projectId} pupil={pupils.find(({ memberId }) => memberId === chosen)!} keeper={keepers.get(chosen)!} />
    </div>
  );
}

const keeperOf = (projectId: string, pupil: GradeRow): Keeper<Points> =>
  new Keeper<Points>(
    {
      store: storeUnder(`points ${projectId} ${pupil.memberId}`),
      worth: () => true,
      later,
      save: async (value, version) => pointsOf(await unwrap(pointsApi.grades[":memberId"].$put({ param: { projectId, memberId: pupil.memberId }, json: { ...value, ...(version === 0 ? {} : { version }) } }))),
    },
    pointsOf(pupil),
  );
