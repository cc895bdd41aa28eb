import { X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SpanPart } from "@/lib/annotations/span";

/** The passages of a mark that has several; each can be taken out. */
export function PassageList({ parts, onRemove }: { parts: readonly SpanPart[]; onRemove: ((at: number) => void) | null }) {
  const t = useTranslations("marking");
  if (parts.length < 2) return null;
  return (
    <ol className="passages" aria-label={t("passages", { n: parts.length })}>
      {parts.map((part, i) => (
        <li key={part.start}>
          <span className="q cut" dir="auto"><Masked text={part.quote} /></span>
          {onRemove !== null && <Button look="quiet" size="small" icon={<Icon of={X} size="s" />} label={t("takeOut", { n: i + 1 })} onClick={() => onRemove(i)} />}
        </li>
      ))}
    </ol>
  );
}
