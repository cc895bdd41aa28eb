"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function ProgressError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page narrow">
      <ErrorState level={1} what="The progress could not be read" safe="No work is lost: this page only counts what is stored." todo="Try again; if it stays, show the number below to whoever runs this machine." action={<Button onClick={reset}>Try again</Button>} requestId={error.digest} />
    </div>
  );
}
