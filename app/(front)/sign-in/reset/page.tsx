import { Plate } from "@/components/accounts/plate";
import { ResetForm } from "@/components/accounts/reset-form";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("newPassphrase", { referrer: "no-referrer" });

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const t = await requestTranslator("welcome");
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>{t("reset")}</h1>
        <ResetForm token={typeof token === "string" ? token : null} />
      </main>
    </div>
  );
}
