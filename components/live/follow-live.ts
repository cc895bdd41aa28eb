import { API } from "@/components/api/client";

/** What a stream of changes needs of its page. */
type Page = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/** What is told of a change: its kind and its article, never what it is. */
export type Change = { readonly kind: string; readonly articleId: string | null };

/**
 * Calls `look` when a change came that one wants, and whenever the tab comes into view. Tabs out of sight hold no
 * connection: a browser has six for one site. Without the stream a page is as fresh as its last reading.
 * @returns how to stop
 */
export function followLive(projectId: string, wants: (change: Change) => boolean, look: () => void, page: Page): () => void {
  let stream: EventSource | null = null;
  const heard = ({ data }: MessageEvent<string>): void => {
    if (wants(JSON.parse(data) as Change)) look();
  };
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
    // What happened before it opened was told to nobody here.
    stream.addEventListener("open", look);
  };
  follow();
  page.addEventListener("visibilitychange", follow);
  window.addEventListener("focus", follow);
  return () => {
    page.removeEventListener("visibilitychange", follow);
    window.removeEventListener("focus", follow);
    stream?.close();
  };
}
