"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { API } from "@/components/api/client";

const SETTLE_MS = 1_500;

/**
 * Reads the page again a moment after something changed in the project. It renders nothing; without it, or where
 * the stream cannot be had, the page is as fresh as its last load.
 */
export function LiveRefresh({ projectId }: { projectId: string }) {
  const router = useRouter();
  useEffect(() => {
    const stream = new EventSource(`${API}/projects/${projectId}/live`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener("change", () => {
      // A burst of marks is one reading.
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [projectId, router]);
  return null;
}
