"use client";

import { SlidersHorizontal } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import type { AnnotatorSession } from "../state/session";
import { useSettings } from "./use-settings";

/** How the person likes the reader to be; kept with their account. */
export function ReaderMenu({ session }: { session: AnnotatorSession }) {
  const settings = useSettings(session, (state) => state);
  const { allowSuggestions } = session.document;
  return (
    <Popover trigger={<Icon of={SlidersHorizontal} />} label="Reading settings" title="Reading settings" className="btn quiet small icon" align="end">
      <div className="reader-menu">
        <Switch
          label="Suggest phrases I coded before"
          hint={allowSuggestions ? "Your own phrases only, from other articles. A mark says whether it began as a suggestion." : "This project does not allow suggestions."}
          checked={settings.suggestions && allowSuggestions}
          disabled={!allowSuggestions}
          onChange={(event) => void session.settings.change({ suggestions: event.target.checked })}
        />
        <Switch
          label="Say where marks begin and end"
          hint="For screen readers."
          checked={settings.spokenBorders}
          onChange={(event) => void session.settings.change({ spokenBorders: event.target.checked })}
        />
      </div>
    </Popover>
  );
}
