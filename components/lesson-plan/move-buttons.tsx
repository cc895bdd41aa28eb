import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Up, down and out of a list; `name` says of what. An act that is not possible is not there. */
export function MoveButtons({ name, onUp, onDown, onRemove }: { name: string; onUp?: (() => void) | undefined; onDown?: (() => void) | undefined; onRemove?: (() => void) | undefined }) {
  const t = useTranslations("lessonPlan");
  return (
    <span className="lp-moves">
      {onUp && <Button look="quiet" size="small" icon={<Icon of={ArrowUp} size="s" />} label={t("up", { name })} onClick={onUp} />}
      {onDown && <Button look="quiet" size="small" icon={<Icon of={ArrowDown} size="s" />} label={t("down", { name })} onClick={onDown} />}
      {onRemove && <Button look="quiet" size="small" icon={<Icon of={X} size="s" />} label={t("remove", { name })} onClick={onRemove} />}
    </span>
  );
}
