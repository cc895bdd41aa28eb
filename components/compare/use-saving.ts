"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, type Problem } from "@/components/api/client";

/** Sends a change and reads the page again; a refusal is kept to be shown, and where somebody was first the page is read again, too. */
export function useSaving(): { readonly busy: boolean; readonly problem: Problem | null; readonly save: (work: () => Promise<void>) => Promise<boolean> } {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      if (error.problem.status === 409) router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, save };
}
