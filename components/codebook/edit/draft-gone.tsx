"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CodebookContent } from "@/lib/codebook/content";

/** Somebody else published the draft or threw it away while it was being written here. What was written can be taken along. */
export function DraftGone({ projectId, content }: { projectId: string; content: CodebookContent }) {
  return (
    <div className="page">
      <EmptyState
        size="page" level={1} what="This draft is no longer there"
        why="Another coordinator published it or threw it away while you were writing. Your last change did not reach it. Copy your text if you want to take it into the next draft: it can be imported as a JSON file."
        action={<span className="wrap"><CopyButton text={JSON.stringify(content, null, 2)}>Copy what you wrote</CopyButton><Button look="primary" href={`/p/${projectId}/codebook`}>To the codebook</Button></span>}
      />
    </div>
  );
}
