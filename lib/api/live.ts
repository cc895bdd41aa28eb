import { streamSSE } from "hono/streaming";
import { credentialOf } from "@/lib/accounts/server/credential";
import { touchPresence } from "@/lib/lessons/server/presence";
import { listen, stillThere, type Change } from "@/lib/live/server/feed";
import { group, member, route } from "./door";
import { inProject } from "./schemas";

const HEARTBEAT_MS = 15_000;

export const live = group().openapi(
  route({ member: "live" }, { method: "get", path: "/projects/{projectId}/live", summary: "A stream of what changed: ids only, filtered by what one may see", request: { params: inProject }, responses: { 200: { description: "Server-sent events named “change” with {kind, articleId}", content: { "text/event-stream": {} } } } }),
  (c) => {
    const actor = member(c);
    const credential = credentialOf(c.req.raw.headers);
    c.header("X-Accel-Buffering", "no");
    return streamSSE(c, async (stream) => {
      let told: Change[] = [];
      let wake = (): void => undefined;
      const stop = listen(actor, (change) => {
        told.push(change);
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      try {
        while (!stream.aborted && !stream.closed) {
          await touchPresence(actor);
          if (told.length === 0) await Promise.race([new Promise<void>((resolve) => (wake = resolve)), stream.sleep(HEARTBEAT_MS)]);
          const current = await stillThere(actor, credential);
          // A changed role or a reveal opens or closes doors: the browser connects again as what it now is.
          if (!current || current.role !== actor.role || current.revealed !== actor.revealed || current.revealedBySubmission !== actor.revealedBySubmission) break;
          const now = told;
          told = [];
          for (const change of now) await stream.writeSSE({ event: "change", data: JSON.stringify(change) });
          if (now.length === 0) await stream.writeSSE({ event: "still-here", data: "" });
        }
      } finally {
        stop();
      }
    }) as never;
  },
);
