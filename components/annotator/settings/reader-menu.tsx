"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import type { AnnotatorSession } from "../state/session";
import { useSettings } from "./use-settings";

/** How the person likes the reader to be; kept with their account. */
export function ReaderMenu({ session }: { session: AnnotatorSession }) {
  const settings = useSettings(session, (state) => state);
  const { allowSuggestions } = session.document;
  const t = useTranslations("annotate.settings");
  return (
    <Popover trigger={<Icon of={SlidersHorizontal} />} label={t("title")} title={t("title")} className="btn quiet small icon" align="end">
      <div className="reader-menu">
        <Switch
          label={t("suggest")}
          hint={t(allowSuggestions ? "suggestHint" : "notAllowed")}
          checked={settings.suggestions && allowSuggestions}
          disabled={!allowSuggestions}
          onChange={(event) => void session.settings.change({ suggestions: event.target.checked })}
        />
        <Switch
          label={t("borders")}
          hint={t("bordersHint")}
          checked={settings.spokenBorders}
          onChange={(event) => void session.settings.change({ spokenBorders: event.target.checked })}
        />
      </div>
    </Popover>
  );
}
