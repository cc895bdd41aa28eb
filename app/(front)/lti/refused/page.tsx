import { refusalOf } from "@/lib/lti/refusals";
import { Plate } from "@/components/accounts/plate";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lti");

/** Why a link of a course did not open a lesson. */
export default async function Refused({ searchParams }: { searchParams: Promise<{ why?: string | string[] }> }) {
  const { why } = await searchParams;
  const t = await requestTranslator("lti");
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>{t("refused.title")}</h1>
        <p className="x15">{t(`refused.${refusalOf(typeof why === "string" ? why : null) ?? "bad_request"}`)}</p>
        <p>{t("refused.again")}</p>
      </main>
    </div>
  );
}
