import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { pageActor } from "@/lib/accounts/server/page-actor";
import { ltiCookieOf } from "@/lib/lti/server/cookies";
import { standingOf, type Standing } from "@/lib/lti/server/teach";
import { Plate } from "@/components/accounts/plate";
import { ChooseLesson } from "@/components/lti/choose-lesson";
import { LinkAccount } from "@/components/lti/link-account";
import { Button } from "@/components/ui/button";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lti");

/** Where a teacher lands who comes from a course: signs in, links the account, chooses a lesson. */
export default async function Teacher() {
  const [actor, head] = [await pageActor(), await headers()];
  const standing = await standingOf(actor, ltiCookieOf(actor, "ticket", head), ltiCookieOf(actor, "browser", head));
  if (!standing.ok) redirect(`/lti/refused?why=${standing.error}`);
  if (standing.value.kind === "go") redirect(`/p/${standing.value.projectId}/lesson`);
  return (
    <div className="front single">
      <Plate />
      <main id="main"><AreaWords of={["lti"]}><Next standing={standing.value} /></AreaWords></main>
    </div>
  );
}

async function Next({ standing }: { standing: Exclude<Standing, { kind: "go" }> }) {
  const t = await requestTranslator("lti.teacher");
  if (standing.kind === "link") return <LinkAccount platform={standing.platform} name={standing.name} />;
  if (standing.kind === "choose") return <ChooseLesson {...standing} />;
  return (
    <>
      <h1>{t("signIn.title")}</h1>
      <p className="x15">{standing.kind === "sign_in" ? t("signIn.why", { platform: standing.platform }) : t("pupilHere")}</p>
      {standing.kind === "sign_in" && <p><Button look="primary" size="large" href="/sign-in?next=/lti/teacher">{t("signIn.act")}</Button></p>}
    </>
  );
}
