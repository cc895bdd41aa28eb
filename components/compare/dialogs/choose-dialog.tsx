"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useDates } from "@/components/words/use-dates";
import { writeLook } from "@/lib/compare/address";
import { FEWEST, MOST } from "@/lib/compare/choose";
import { useComparison } from "../context";

/** Which of the event's articles are compared, and in which order. */
export function ChooseDialog({ here, onClose }: { here: string; onClose: () => void }) {
  const [t, page, acts] = [useTranslations("compare.choose"), useTranslations("compare.page"), useTranslations("acts")];
  const router = useRouter();
  const { date } = useDates();
  const { found, look } = useComparison();
  const [chosen, setChosen] = useState<readonly string[]>(found.columns.map(({ id }) => id));
  const fits = chosen.length >= FEWEST && chosen.length <= MOST;
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const show = () => {
    onClose();
    router.push(`${here}${writeLook({ ...look, articles: chosen })}`);
  };
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" disabled={!fits} onClick={show}>{fits ? t("show", { n: chosen.length }) : t("between")}</Button></>}>
      <p>{t("why")}</p>
      <div className="pick-list">
        {found.choosable.map(({ id, title, outlet, publishedOn, words }) => (
          <Checkbox key={id} checked={chosen.includes(id)} disabled={!chosen.includes(id) && chosen.length >= MOST} onChange={() => toggle(id)} label={<span dir="auto">{chosen.includes(id) ? `${chosen.indexOf(id) + 1}. ` : ""}{look.names ? `${outlet?.name ?? page("unknown")}: ` : ""}<span className="serif">{title}</span></span>} hint={[publishedOn === null ? "" : date(publishedOn), t("words", { n: words })].filter((part) => part !== "").join(" · ")} />
        ))}
      </div>
    </Dialog>
  );
}
