import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pageActor } from "@/lib/accounts/server/page-actor";
import { offeredProviders, offersMail } from "@/lib/accounts/server/providers";
import { safePath } from "@/lib/accounts/safe-path";
import { signInRemark } from "@/lib/accounts/remarks";
import { Hero } from "@/components/accounts/hero";
import { JoinBox } from "@/components/accounts/join-box";
import { Plate } from "@/components/accounts/plate";
import { SignInBox } from "@/components/accounts/sign-in-box";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<"next" | "callbackUrl" | "error" | "sent", string | string[] | undefined>;
const first = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const actor = await pageActor();
  const next = safePath(first(query.next) ?? first(query.callbackUrl));
  if (actor.kind !== "anonymous") redirect(next);
  return (
    <div className="front signin">
      <section className="l" aria-label="What Slantwise shows">
        <Plate>Who is for whom, word by word</Plate>
        <Hero />
        <p className="x12">The town, the people and the papers in this sentence are invented.</p>
      </section>
      <main className="r" id="main">
        <JoinBox />
        <div className="or">or</div>
        <SignInBox next={next} providers={offeredProviders(actor)} mail={offersMail(actor)} remark={signInRemark(first(query.error))} sent={first(query.sent) !== null} />
      </main>
    </div>
  );
}
