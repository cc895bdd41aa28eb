import { redirect } from "next/navigation";
import { pageActor } from "@/lib/accounts/server/page-actor";
import { offeredProviders, offersMail } from "@/lib/accounts/server/providers";
import { safePath } from "@/lib/accounts/safe-path";
import { remarkOf } from "@/lib/accounts/remarks";
import { Hero } from "@/components/accounts/hero";
import { JoinBox } from "@/components/accounts/join-box";
import { Plate } from "@/components/accounts/plate";
import { SignInBox } from "@/components/accounts/sign-in-box";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("signIn");

type Query = Record<"next" | "callbackUrl" | "error" | "sent", string | string[] | undefined>;
const first = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const actor = await pageActor();
  const next = safePath(first(query.next) ?? first(query.callbackUrl));
  if (actor.kind !== "anonymous") redirect(next);
  const t = await requestTranslator("welcome");
  const remark = remarkOf(first(query.error));
  return (
    <div className="front signin">
      <section className="l" aria-label={t("shows")}>
        <Plate>{t("motto")}</Plate>
        <Hero />
        <p className="x12">{t("invented")}</p>
      </section>
      <main className="r" id="main">
        <JoinBox />
        <div className="or">{t("or")}</div>
        <SignInBox next={next} providers={offeredProviders(actor)} mail={offersMail(actor)} remark={remark && t(`remarks.${remark}`)} sent={first(query.sent) !== null} />
      </main>
    </div>
  );
}
