"use client";

import { Keyboard, Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import { LookIcon } from "../look-icon";
import { bulkKeys, countLooks, LOOKS } from "../state/look";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";

/** Above the text: how many clusters stand how, and what settles many at once. */
export function Summary({ session, keys, onKeys, onAdd }: { session: AdjudicationSession; keys: AdjudicateKeys; onKeys: () => void; onAdd: () => void }) {
  const t = useTranslations("adjudicate");
  const clusters = useAdjudication(session, (state) => state.clusters);
  const busy = useAdjudication(session, (state) => state.busy);
  const draft = useAdjudication(session, (state) => state.draft);
  const counts = countLooks(clusters);
  const unanimous = bulkKeys(clusters, "unanimous").length;
  return (
    <div className="summary">
      {LOOKS.map((look) => <span key={look}><LookIcon look={look} /><b className="num">{counts[look]}</b> {t(`looks.${look}`)}</span>)}
      <span className="push row tight">
        {unanimous > 0 && <Button size="small" busy={busy === "unanimous"} disabled={draft !== null} keys={keys.shown("acceptUnanimous")} aria-keyshortcuts={keys.aria("acceptUnanimous")} onClick={() => void session.bulk("unanimous")}>{t("acceptUnanimous", { n: unanimous })}</Button>}
        <Button look="quiet" size="small" icon={<Icon of={Plus} size="s" />} disabled={draft !== null} label={t("addMark")} keys={keys.shown("addMark")} onClick={onAdd} />
        <Button look="quiet" size="small" icon={<Icon of={Keyboard} size="s" />} label={t("keys.act")} onClick={onKeys} />
      </span>
    </div>
  );
}
