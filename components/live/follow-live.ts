import { API } from "@/components/api/client";

/** What a stream of changes needs of its page. */
type Page = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/** What is told of a change: its kind and its article, never what it is. */
export type Change = { readonly kind: string; readonly articleId: string | null };

type Follower = { readonly wants: (change: Change) => boolean; readonly look: () => void };
type Line = { readonly followers: Set<Follower>; readonly isOpen: () => boolean; readonly end: () => void };

/** One stream for each project, however many parts of the page follow it: a browser has six connections for one site over plain http. */
const lines = new Map<string, Line>();

/**
 * Calls `look` when a change came that one wants, and whenever the tab comes into view. Tabs out of sight hold no
 * connection. Without the stream a page is as fresh as its last reading.
 * @returns how to stop
 */
export function followLive(projectId: string, wants: (change: Change) => boolean, look: () => void, page: Page): () => void {
  const line = lines.get(projectId) ?? openLine(projectId, page);
  const follower = { wants, look };
  line.followers.add(follower);
  // What happened before it followed was told to the others alone.
  if (line.isOpen()) look();
  return () => {
    line.followers.delete(follower);
    if (line.followers.size > 0) return;
    line.end();
    lines.delete(projectId);
  };
}

function openLine(projectId: string, page: Page): Line {
  const followers = new Set<Follower>();
  let stream: EventSource | null = null;
  const heard = ({ data }: MessageEvent<string>): void => {
    const change = JSON.parse(data) as Change;
    for (const { wants, look } of [...followers]) if (wants(change)) look();
  };
  // What happened before it opened was told to nobody here.
  const opened = (): void => [...followers].forEach(({ look }) => look());
  const follow = (): void => {
    if (page.visibilityState === "hidden") {
      stream?.close();
      stream = null;
      return;
    }
    // One that was refused, as after signing out, does not come back by itself.
    if (stream !== null && stream.readyState !== stream.CLOSED) return;
    stream = new EventSource(`${API}/projects/${projectId}/live`);
    stream.addEventListener("change", heard);
    stream.addEventListener("open", opened);
  };
  follow();
  page.addEventListener("visibilitychange", follow);
  window.addEventListener("focus", follow);
  const line: Line = {
    followers,
    isOpen: () => stream !== null && stream.readyState === stream.OPEN,
    end: () => {
      page.removeEventListener("visibilitychange", follow);
      window.removeEventListener("focus", follow);
      stream?.close();
    },
  };
  lines.set(projectId, line);
  return line;
}
