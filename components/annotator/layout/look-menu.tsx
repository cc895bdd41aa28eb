"use client";

import { ALargeSmall } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { type Look, MEASURES, TEXT_SIZES } from "./use-look";

/** The size of the article's letters and the length of its lines. */
export function LookMenu({ look, onLook }: { look: Pick<Look, "size" | "measure">; onLook: (fields: Partial<Look>) => void }) {
  const t = useTranslations("annotate.look");
  return (
    <Popover trigger={<Icon of={ALargeSmall} />} label={t("label")} title={t("title")} className="btn quiet small icon" align="end">
      <div className="look-menu">
        <span className="lab" aria-hidden="true">{t("size")}</span>
        <Segmented label={t("sizeOf")} size="small" fill value={look.size} options={TEXT_SIZES.map((value) => ({ value, label: t(`sizes.${value}`) }))} onChange={(size) => onLook({ size })} />
        <span className="lab" aria-hidden="true">{t("lines")}</span>
        <Segmented label={t("linesOf")} size="small" fill value={look.measure} options={MEASURES.map((value) => ({ value, label: t(`lengths.${value}`) }))} onChange={(measure) => onLook({ measure })} />
      </div>
    </Popover>
  );
}
