import { useEffect, useState } from "react";
import { newId } from "@/lib/kernel/id";
import { portsOf } from "./api";
import { namedByAddress } from "./state/look";
import { AdjudicationSession } from "./state/session";
import type { AdjudicationDocument } from "./types";

/** How often a claim is made anew while the screen is open; it ends by itself some time after. */
const CLAIM_MS = 5 * 60_000;

/** The session behind the screen of one article. Begins at the cluster that the address names, takes the article while nobody else has it, reads news when the window gets focus, and asks before something unsaved is left. */
export function useAdjudicationSession(projectId: string, document: AdjudicationDocument, memberId: string): AdjudicationSession {
  const [session] = useState(() => new AdjudicationSession(document, { ...portsOf(projectId, document.article.id), newId, now: () => new Date() }));
  useEffect(() => {
    const named = (): void => session.go(namedByAddress(session.state.clusters, window.location));
    named();
    window.addEventListener("hashchange", named);
    return () => window.removeEventListener("hashchange", named);
  }, [session]);
  useEffect(() => {
    const isFree = (): boolean => {
      const { state, claimedBy } = session.state.document.adjudication;
      return state === "open" && (claimedBy === null || claimedBy.id === memberId);
    };
    const hold = (): void => {
      if (isFree() && window.document.visibilityState === "visible") void session.hold();
    };
    const news = (): void => {
      if (window.document.visibilityState === "visible") void session.refresh();
    };
    const ask = (event: BeforeUnloadEvent): void => {
      if (session.unsaved) event.preventDefault();
    };
    hold();
    const timer = setInterval(hold, CLAIM_MS);
    window.addEventListener("focus", news);
    window.addEventListener("beforeunload", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", news);
      window.removeEventListener("beforeunload", ask);
      void session.release(memberId);
    };
  }, [session, memberId]);
  return session;
}
