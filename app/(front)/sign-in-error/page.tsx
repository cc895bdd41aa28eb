import { remarkOf } from "@/lib/accounts/remarks";
import { Plate } from "@/components/accounts/plate";
import { Button } from "@/components/ui/button";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("notSignedIn");

export default async function SignInErrorPage({ searchParams }: { searchParams: Promise<{ error?: string | string[] }> }) {
  const { error } = await searchParams;
  const t = await requestTranslator("welcome");
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>{t("refused")}</h1>
        <p className="x15">{t(`remarks.${remarkOf(typeof error === "string" ? error : null) ?? "other"}`)}</p>
        <p><Button look="primary" size="large" href="/sign-in">{t("back")}</Button></p>
      </main>
    </div>
  );
}
