"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { AnnotateWork } from "./annotate-work";
import { fetchDocument } from "./api";
import { LessonWork } from "./lesson/lesson-work";
import { asLesson, type LessonSitting } from "./lesson/sitting";
import type { SessionPorts } from "./state/saving";
import type { AnnotateDocument } from "./types";
import { useOutbox } from "./unsent/unsent-provider";
import "./annotator.css";
import "./asking.css";
import "./find/find.css";
import "./layout/layout.css";

/** What the annotate page hands over. Plain data only, so that a server page can render it. */
export type AnnotateScreenProps = {
  readonly projectId: string;
  readonly assignmentId: string;
  /** The answer of `GET …/document`, if the page has it already; else the screen fetches it. */
  readonly document?: AnnotateDocument | undefined;
  /** The lesson that it belongs to; else it is the work of a study. */
  readonly lesson?: LessonSitting | undefined;
};

type Known = SessionPorts["known"] & { readonly of: string };
type Loaded = { readonly of: string; readonly document: AnnotateDocument | null; readonly problem: ApiProblem | null };

/** The annotate screen. Fills the place below the masthead. */
export function AnnotateScreen({ projectId, assignmentId, document, lesson }: AnnotateScreenProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [tries, setTries] = useState(0);
  const outbox = useOutbox();
  const [known, setKnown] = useState<Known | null>(null);
  const given = document?.assignment.id === assignmentId ? document : undefined;
  useEffect(() => {
    if (given !== undefined) return undefined;
    let left = false;
    const keep = (found: Omit<Loaded, "of">): void => {
      if (!left) setLoaded({ of: assignmentId, ...found });
    };
    fetchDocument(projectId, assignmentId).then(
      (found) => keep({ document: found, problem: null }),
      (error: unknown) => keep({ document: null, problem: error instanceof ApiProblem ? error : null }),
    );
    return () => {
      left = true;
    };
  }, [projectId, assignmentId, given, tries]);

  useEffect(() => {
    let left = false;
    void outbox?.opening(assignmentId).then((found) => {
      if (!left) setKnown({ of: assignmentId, ...found });
    });
    return () => {
      left = true;
    };
  }, [outbox, assignmentId]);

  const here = given !== undefined ? { document: given, problem: null } : loaded?.of === assignmentId ? loaded : null;
  const isForeign = here?.document != null && outbox !== null && here.document.memberId !== outbox.owner.memberId;
  useEffect(() => {
    // Somebody else signed in while this tab stood open: nothing here is theirs.
    if (isForeign) location.reload();
  }, [isForeign]);
  if (here === null || isForeign) return <Waiting />;
  if (here.document === null) {
    return <div className="screen annotate"><div className="work loading"><Problem problem={here.problem} onRetry={() => { setLoaded(null); setTries(tries + 1); }} /></div></div>;
  }
  if (outbox === null || known?.of !== assignmentId) return <Waiting />;
  if (lesson !== undefined) return <LessonWork key={assignmentId} {...{ projectId, outbox, known, lesson }} document={asLesson(here.document, lesson)} />;
  return <AnnotateWork key={assignmentId} {...{ projectId, outbox, known }} document={here.document} />;
}

function Waiting() {
  const t = useTranslations("annotate");
  return <div className="screen annotate"><div className="work loading"><Skeleton label={t("loading")} rows={8} look="text" /></div></div>;
}

function Problem({ problem, onRetry }: { problem: ApiProblem | null; onRetry: () => void }) {
  const t = useTranslations();
  return (
    <ErrorState
      level={1}
      what={problem?.problem.title ?? t("annotate.notOpened")}
      safe={problem?.problem.detail}
      action={<Button onClick={onRetry}>{t("errors.again")}</Button>}
      reference={problem?.problem.requestId ? t("ui.request", { id: problem.problem.requestId }) : undefined}
    />
  );
}
