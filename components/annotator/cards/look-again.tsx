import { Eye, Flag } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { Review } from "../state/reviews";

/** Why a card asks for a look: a newer codebook, or the reviewer who returned the article. */
export interface Look {
  readonly review: Review | undefined;
  readonly flagged: boolean;
}

/** The word on a closed card that asks for a look; null when it does not. */
export function LookTag({ review, flagged }: Look): ReactNode {
  const t = useTranslations("cards.look");
  if (review === undefined && !flagged) return null;
  return <span className="tag push"><Icon of={review === undefined ? Flag : Eye} size="s" />{t(review === undefined ? "again" : "codebook")}</span>;
}

/** Why an open card asks for a look, and a way to say that it stands. */
export function LookAgain({ review, flagged, readOnly, onKeep }: Look & { readOnly: boolean; onKeep: () => void }) {
  const t = useTranslations("cards.look");
  return (
    <>
      {flagged && <Note icon={<Icon of={Flag} size="s" />}>{t("reviewer")}</Note>}
      {review !== undefined && (
        <Note icon={<Icon of={Eye} size="s" />}>
          <span className="review">
            <span>{t("fits", { version: review.versionNumber, reasons: review.reasons.map(ended).join(" ") })}</span>
            {!readOnly && <Button size="small" onClick={onKeep}>{t("keep")}</Button>}
          </span>
        </Note>
      )}
    </>
  );
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;
}
