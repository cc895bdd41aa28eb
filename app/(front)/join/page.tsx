import { JoinPage } from "@/components/accounts/join-page";
import { Plate } from "@/components/accounts/plate";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("join", { referrer: "no-referrer" });

export default async function Join() {
  const t = await requestTranslator("welcome");
  return (
    <div className="front single">
      <Plate>{t("motto")}</Plate>
      <main id="main"><JoinPage /></main>
    </div>
  );
}
