import type { Metadata } from "next";
import { Plate } from "@/components/accounts/plate";
import { ResetForm } from "@/components/accounts/reset-form";

export const metadata: Metadata = { title: "A new passphrase", referrer: "no-referrer" };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>A new passphrase</h1>
        <ResetForm token={typeof token === "string" ? token : null} />
      </main>
    </div>
  );
}
