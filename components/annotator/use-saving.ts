import { useEffect, useState } from "react";
import { followLive } from "@/components/live/follow-live";
import { useTranslations } from "use-intl/react";
import { newId } from "@/lib/kernel/id";
import { fetchDocument, fetchStanding, sendAs } from "./api";
import { Elsewhere } from "./state/elsewhere";
import { AnnotatorSession } from "./state/session";
import type { SessionPorts } from "./state/saving";
import type { AnnotateDocument } from "./types";
import type { Outbox } from "./unsent/outbox";

/** What a sitting begins with. */
export interface Sitting {
  readonly document: AnnotateDocument;
  readonly outbox: Outbox;
  readonly known: NonNullable<SessionPorts["known"]>;
}

/** A session over a document that keeps its changes in this browser until they have arrived, and follows what is done in other tabs and on other devices. */
export function useSaving(projectId: string, { document, outbox, known }: Sitting): AnnotatorSession {
  const t = useTranslations();
  const [session] = useState(() => new AnnotatorSession(projectId, document, { t, newId, now: () => new Date(), send: (request, operationId) => sendAs(outbox.owner.memberId, request, operationId), outbox, known }));
  useEffect(() => session.connect(), [session]);
  useEffect(() => {
    const { assignment, article } = session.document;
    const elsewhere = new Elsewhere(session, { standing: () => fetchStanding(projectId, assignment.id), document: () => fetchDocument(projectId, assignment.id) });
    const leave = followLive(projectId, ({ articleId }) => articleId === article.id, elsewhere.look, window.document);
    return () => {
      leave();
      elsewhere.stop();
    };
  }, [session, projectId]);
  return session;
}
