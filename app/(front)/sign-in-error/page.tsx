import type { Metadata } from "next";
import { signInRemark } from "@/lib/accounts/remarks";
import { Plate } from "@/components/accounts/plate";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not signed in" };

export default async function SignInErrorPage({ searchParams }: { searchParams: Promise<{ error?: string | string[] }> }) {
  const { error } = await searchParams;
  return (
    <div className="front single">
      <Plate />
      <main id="main">
        <h1>You are not signed in</h1>
        <p className="x15">{signInRemark(typeof error === "string" ? error : "other")}</p>
        <p><Button look="primary" size="large" href="/sign-in">Back to signing in</Button></p>
      </main>
    </div>
  );
}
