"use client";

import "./styles/app.css";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

// It stands in for the root layout, where the languages come in: English only.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="page narrow">
          <ErrorState level={1} what="The program could not show this page" safe="Everything that was saved is safe." todo="Load the page again in a moment." action={<Button onClick={() => window.location.reload()}>Load again</Button>} reference={error.digest === undefined ? undefined : `request ${error.digest}`} />
        </main>
      </body>
    </html>
  );
}
