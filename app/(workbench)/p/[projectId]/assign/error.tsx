"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function AssignError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page narrow">
      <ErrorState level={1} what="Assignments could not be read" safe="Everything that was saved is safe." action={<Button onClick={reset}>Try again</Button>} requestId={error.digest} />
    </div>
  );
}
