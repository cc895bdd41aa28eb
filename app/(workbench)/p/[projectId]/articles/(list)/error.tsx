"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function ListError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page narrow">
      <ErrorState level={1} what="The list could not be read" safe="Everything that was saved is safe." action={<Button onClick={reset}>Try again</Button>} requestId={error.digest} />
    </div>
  );
}
