import type { Metadata } from "next";
import { pageActor } from "@/lib/accounts/server/page-actor";
import { setupMinutesLeft } from "@/lib/accounts/server/setup-token";
import { hasSample } from "@/lib/projects/server/setup";
import { Plate } from "@/components/accounts/plate";
import { SetupAside } from "@/components/accounts/setup-aside";
import { SetupForm } from "@/components/accounts/setup-form";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const actor = await pageActor();
  const minutes = typeof token === "string" ? await setupMinutesLeft(actor, token) : null;
  if (typeof token !== "string" || minutes === null)
    return (
      <div className="front single">
        <Plate />
        <main id="main">
          <h1>This set-up link does not work</h1>
          <p className="x15">It was used already, or is older than an hour. If no account exists yet, start the program again: it prints a new link. Otherwise sign in.</p>
          <p><Button look="primary" size="large" href="/sign-in">Sign in</Button></p>
        </main>
      </div>
    );
  return (
    <div className="front setup">
      <Plate>First start on this machine. This link works once and is good for {minutes} more {minutes === 1 ? "minute" : "minutes"}.</Plate>
      <main id="main">
        <SetupForm token={token} sample={await hasSample(actor)} />
        <SetupAside />
      </main>
    </div>
  );
}
