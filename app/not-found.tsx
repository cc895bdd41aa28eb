import Link from "next/link";
import { Plate } from "@/components/accounts/plate";
import { EmptyState } from "@/components/ui/empty-state";
import { requestTranslator } from "@/components/words/request-words";

export default async function NotFound() {
  const t = await requestTranslator("errors.missing");
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <EmptyState level={1} size="page" what={t("what")} why={t("why")} action={<Link className="btn primary" href="/">{t("back")}</Link>} />
      </main>
    </div>
  );
}
