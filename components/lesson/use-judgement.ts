"use client";

import { useEffect, useRef, useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { newId } from "@/lib/kernel/id";
import type { JudgementValue } from "@/lib/annotations/span";
import type { MyJudgement } from "@/lib/lessons/server/my-lesson";
import { workApi } from "./api";

const AGAIN_MS = 4_000;

/** How a judgement stands: as the server has it, on its way, kept until there is a connection, or refused with a sentence. */
export type Sending = { readonly state: "idle" | "saving" | "saved" | "waiting" } | { readonly state: "refused"; readonly sentence: string };
type Wish = { readonly value: JudgementValue; readonly operationId: string };

/**
 * One's own judgement of an article toward a target. The last choice is sent until the server has it; without a
 * connection it waits on this page.
 */
export function useJudgement({ projectId, assignmentId, targetId, stored }: { projectId: string; assignmentId: string; targetId: string; stored: MyJudgement }): { value: JudgementValue | null; sending: Sending; choose: (value: JudgementValue) => void } {
  const [known, setKnown] = useState(stored);
  const [wish, setWish] = useState<Wish | null>(null);
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const busy = useRef(false);
  const [turn, setTurn] = useState(0);
  // What came from another machine of one's own, as soon as nothing waits here.
  if (wish === null && stored.version > known.version) setKnown(stored);
  useEffect(() => {
    if (wish === null || busy.current) return;
    busy.current = true;
    void (async () => {
      try {
        const { version } = await unwrap(workApi.projects[":projectId"].assignments[":assignmentId"].judgements[":targetId"].$put(
          { param: { projectId, assignmentId, targetId }, json: { version: known.version, value: wish.value } },
          { headers: { "Operation-Id": wish.operationId } },
        ));
        setKnown({ targetId, value: wish.value, version });
        setWish((now) => (now === wish ? null : now));
        setSending({ state: "saved" });
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        const { status, detail, current } = error.problem;
        if (status === 0 || status >= 500 || status === 429) {
          setSending({ state: "waiting" });
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        } else if (status === 409 && isJudgement(current)) {
          // Chosen on another machine meanwhile: what is chosen here is the later word.
          setKnown({ targetId, value: current.value, version: current.version });
          setWish((now) => now && { ...now, operationId: newId() });
        } else {
          setWish(null);
          setSending({ state: "refused", sentence: detail });
        }
      } finally {
        busy.current = false;
        setTurn((now) => now + 1);
      }
    })();
  }, [wish, known, turn, projectId, assignmentId, targetId]);
  const choose = (value: JudgementValue): void => {
    setWish({ value, operationId: newId() });
    setSending({ state: "saving" });
  };
  return { value: wish?.value ?? known.value, sending, choose };
}

const isJudgement = (current: unknown): current is { value: JudgementValue | null; version: number } => typeof current === "object" && current !== null && "version" in current && typeof current.version === "number" && "value" in current;
