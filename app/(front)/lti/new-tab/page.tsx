import { Plate } from "@/components/accounts/plate";
import { Button } from "@/components/ui/button";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lti", { referrer: "no-referrer" });

/** Stands inside the page of a course: the login begins again in a tab of its own, with what it brought. */
export default async function NewTab({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = Object.entries(await searchParams).flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
  const t = await requestTranslator("lti.newTab");
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>{t("title")}</h1>
        <p className="x15">{t("why")}</p>
        <p><Button look="primary" size="large" href={`/api/v1/lti/login?${new URLSearchParams(query).toString()}`} target="_blank" rel="noopener">{t("act")}</Button></p>
      </main>
    </div>
  );
}
