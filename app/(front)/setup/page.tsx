import { pageActor } from "@/lib/accounts/server/page-actor";
import { setupMinutesLeft } from "@/lib/accounts/server/setup-token";
import { hasSample } from "@/lib/projects/server/setup";
import { Plate } from "@/components/accounts/plate";
import { SetupAside } from "@/components/accounts/setup-aside";
import { SetupForm } from "@/components/accounts/setup-form";
import { Button } from "@/components/ui/button";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("setup", { referrer: "no-referrer" });

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const [actor, t] = await Promise.all([pageActor(), requestTranslator("welcome")]);
  const minutes = typeof token === "string" ? await setupMinutesLeft(actor, token) : null;
  if (typeof token !== "string" || minutes === null)
    return (
      <div className="front single">
        <Plate />
        <main id="main">
          <h1>{t("setup.deadTitle")}</h1>
          <p className="x15">{t("setup.dead")}</p>
          <p><Button look="primary" size="large" href="/sign-in">{t("setup.signIn")}</Button></p>
        </main>
      </div>
    );
  return (
    <div className="front setup">
      <Plate>{t("setup.first", { minutes })}</Plate>
      <main id="main">
        <SetupForm token={token} sample={await hasSample(actor)} />
        <SetupAside />
      </main>
    </div>
  );
}
