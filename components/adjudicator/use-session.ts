import { useEffect, useState } from "react";
import { followLive } from "@/components/live/follow-live";
import { newId } from "@/lib/kernel/id";
import { portsOf } from "./api";
import { namedByAddress } from "./state/look";
import { AdjudicationSession } from "./state/session";
import type { AdjudicationDocument } from "./types";

/** How often a claim is made anew while the screen is open; it ends by itself some time after. */
const CLAIM_MS = 5 * 60_000;

/** Decisions that follow each other, one's own among them, are one reading. */
const SETTLE_MS = 1_500;
/** What changes the record, or what it is made of. */
const NEWS: ReadonlySet<string> = new Set(["adjudication", "submitted", "returned"]);

/** The session behind the screen of one article. Begins at the cluster that the address names, takes the article while nobody else has it, reads what others decide and submit meanwhile, and asks before something unsaved is left. */
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
    let reading: ReturnType<typeof setTimeout> | undefined;
    const news = (): void => {
      clearTimeout(reading);
      reading = setTimeout(() => void session.refresh(), SETTLE_MS);
    };
    const ask = (event: BeforeUnloadEvent): void => {
      if (session.unsaved) event.preventDefault();
    };
    hold();
    const timer = setInterval(hold, CLAIM_MS);
    const leave = followLive(projectId, ({ kind, articleId }) => articleId === document.article.id && NEWS.has(kind), news, window.document);
    window.addEventListener("beforeunload", ask);
    return () => {
      clearInterval(timer);
      clearTimeout(reading);
      leave();
      window.removeEventListener("beforeunload", ask);
      void session.release(memberId);
    };
  }, [session, memberId, projectId, document.article.id]);
  return session;
}
