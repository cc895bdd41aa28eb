import { TriangleAlert } from "lucide-react";

/** Said on every page while the program serves a classroom over plain http. */
export function LanBanner() {
  return (
    <aside className="banner" aria-label="About this network">
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>Local network without encryption: use it on a network you trust, with made-up names.</span>
    </aside>
  );
}
