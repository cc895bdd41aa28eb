"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState, type MouseEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Moves a thing one place up or down in its list. Focus stays on the button; the new place is spoken. */
export function MoveButtons({ name, place, count, onMove }: { name: string; place: number; count: number; onMove: (by: -1 | 1) => void }) {
  const t = useTranslations("codebookEdit.move");
  const [said, setSaid] = useState("");
  const go = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const to = place + by;
    if (to < 0 || to >= count) return;
    const button = event.currentTarget;
    onMove(by);
    setSaid(t("now", { name, n: to + 1, of: count }));
    // Moving an element in the page takes the focus from it.
    setTimeout(() => button.focus());
  };
  return (
    <span className="row tight">
      <Button look="quiet" size="small" label={t("up", { name })} icon={<Icon of={ArrowUp} size="s" />} aria-disabled={place === 0} onClick={go(-1)} />
      <Button look="quiet" size="small" label={t("down", { name })} icon={<Icon of={ArrowDown} size="s" />} aria-disabled={place === count - 1} onClick={go(1)} />
      <span className="vh" role="status">{said}</span>
    </span>
  );
}
