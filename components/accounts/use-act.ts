"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Problem } from "@/components/api/client";
import { problemOf } from "./api";

/** Runs one request at a time: whether it runs, what was refused, and a fresh page when it is done. */
export function useAct() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setProblem(null);
    try {
      const made = await work();
      router.refresh();
      return made;
    } catch (error) {
      setProblem(problemOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem, setProblem };
}
