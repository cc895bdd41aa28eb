import { X } from "lucide-react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SpanPart } from "@/lib/annotations/span";

/** The passages of a mark that has several; each can be taken out. */
export function PassageList({ parts, onRemove }: { parts: readonly SpanPart[]; onRemove: ((at: number) => void) | null }) {
  if (parts.length < 2) return null;
  return (
    <ol className="passages" aria-label={`${parts.length} passages`}>
      {parts.map((part, i) => (
        <li key={part.start}>
          <span className="q cut" dir="auto"><Masked text={part.quote} /></span>
          {onRemove !== null && <Button look="quiet" size="small" icon={<Icon of={X} size="s" />} label={`Take passage ${i + 1} out`} onClick={() => onRemove(i)} />}
        </li>
      ))}
    </ol>
  );
}
