"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function CodebookError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page narrow">
      <ErrorState level={1} what="The codebook could not be shown" safe="What is published and what was saved in the draft stays as it is." todo="Try again in a moment." action={<Button onClick={reset}>Try again</Button>} requestId={error.digest} />
    </div>
  );
}
