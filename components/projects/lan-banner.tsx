import { TriangleAlert } from "lucide-react";
import { requestTranslator } from "@/components/words/request-words";

/** Said on every page while the program serves a classroom over plain http. */
export async function LanBanner() {
  const t = await requestTranslator("projects.network");
  return (
    <aside className="banner" aria-label={t("about")}>
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>{t("plain")}</span>
    </aside>
  );
}
