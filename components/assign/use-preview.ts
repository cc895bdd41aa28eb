"use client";

import { useEffect, useRef, useState } from "react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import type { Preview } from "@/lib/assignments/plan/preview";
import type { PlanWish } from "@/lib/assignments/plan/wish";
import { batchesApi } from "./api";

const PAUSE_MS = 350;

/** The preview of a wish as it stands, a moment after it was last changed. */
export type PreviewState = {
  preview: Preview | null;
  problem: Problem | null;
  loading: boolean;
  /** Shows a preview that came with a refusal. */
  replace: (preview: Preview) => void;
  /** Draws another seed. */
  again: () => void;
};

/** Asks for the preview of a wish; keeps the last one while the next is on its way. */
export function usePreview(projectId: string, wish: PlanWish | null): PreviewState {
  const [shown, setShown] = useState<{ preview: Preview | null; problem: Problem | null; of: string }>({ preview: null, problem: null, of: "" });
  const [drawn, setDrawn] = useState(0);
  const seed = useRef<string | undefined>(undefined);
  const text = wish === null ? "" : JSON.stringify(wish);
  const key = text === "" ? "" : `${drawn} ${text}`;
  useEffect(() => {
    if (text === "") return undefined;
    let stale = false;
    const timer = setTimeout(async () => {
      const json = { ...(JSON.parse(text) as PlanWish), ...(seed.current === undefined ? {} : { seed: seed.current }) };
      try {
        const preview = await unwrap(batchesApi.plan.$post({ param: { projectId }, json: json as never }));
        if (stale) return;
        seed.current = preview.seed;
        setShown({ preview, problem: null, of: key });
      } catch (error) {
        if (stale) return;
        if (!(error instanceof ApiProblem)) throw error;
        setShown({ preview: null, problem: error.problem, of: key });
      }
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [projectId, text, key]);
  return {
    preview: text === "" ? null : shown.preview,
    problem: text === "" ? null : shown.problem,
    loading: text !== "" && shown.of !== key,
    replace: (preview) => setShown({ preview, problem: null, of: key }),
    again: () => {
      seed.current = undefined;
      setDrawn((n) => n + 1);
    },
  };
}
