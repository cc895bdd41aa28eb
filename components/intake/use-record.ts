"use client";

import { useEffect, useRef, useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";
import type { ImportRecord } from "./import-types";
import { changeRow, getRow, type RowChange } from "./imports-api";

/** A change as a person wants it; which version it builds on is found when it is sent. */
export type Wish = Omit<RowChange, "version">;

/** One record of an import and its corrections, which are saved one after another. */
export function useRecord(projectId: string, importId: string, ordinal: number, { onChanged, track }: { onChanged: (record: ImportRecord) => void; track: (change: Promise<unknown>) => void }) {
  const [record, setRecord] = useState<ImportRecord | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What was wanted when somebody else had changed the record; kept until the person decides. */
  const [refused, setRefused] = useState<Wish | null>(null);
  const [given, setGiven] = useState(0);
  const latest = useRef<ImportRecord | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const show = (found: ImportRecord) => {
    latest.current = found;
    setRecord(found);
  };
  useEffect(() => {
    let over = false;
    getRow(projectId, importId, ordinal)
      .then((found) => !over && show(found))
      .catch((error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (!over) setProblem(error.problem);
      });
    return () => {
      over = true;
    };
  }, [projectId, importId, ordinal]);

  const send = async (wish: Wish): Promise<boolean> => {
    if (!latest.current) return false;
    setProblem(null);
    try {
      const changed = await changeRow(projectId, importId, ordinal, { version: latest.current.version, ...wish });
      show(changed);
      setRefused(null);
      onChanged(changed);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      if (error.problem.code === "conflict") {
        setRefused(wish);
        const now = (error.problem.current as ImportRecord | undefined) ?? (await getRow(projectId, importId, ordinal).catch(() => null));
        if (now) {
          show(now);
          onChanged(now);
        }
      }
      return false;
    }
  };
  /** Saves a change after those before it; whether it is saved. */
  const change = (wish: Wish): Promise<boolean> => {
    const sent = last.current.then(() => send(wish));
    last.current = sent;
    track(sent);
    return sent;
  };
  /** Leaves the record as somebody else has it, and forgets what was typed. */
  const giveWay = () => {
    setGiven((before) => before + 1);
    setRefused(null);
    setProblem(null);
  };
  return { record, problem, refused, change, giveWay, given };
}
