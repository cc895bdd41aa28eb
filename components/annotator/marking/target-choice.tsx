import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { KeyCap } from "../keyboard/key-cap";
import type { KeyMap } from "../keyboard/key-map";
import { targetCommand } from "../keys";
import type { Target } from "../types";

/** How many targets have a digit. */
export const DIGITS = 9;

/** Targets as buttons with digits that never change; those beyond nine, or all by T, in a list. */
export function TargetChoice({ keys, label, targets, targetId, onChange, onSuggest }: {
  keys: KeyMap;
  label: string;
  targets: readonly Target[];
  targetId: string | null;
  onChange: (targetId: string) => void;
  /** Asks for a target that is missing. */
  onSuggest: () => void;
}) {
  const t = useTranslations("marking");
  const numbered = targets.slice(0, DIGITS);
  const further = targets.slice(DIGITS);
  const chosen = further.find((target) => target.id === targetId);
  return (
    <div className="targets" role="group" aria-label={label}>
      {numbered.map((target, i) => (
        <button key={target.id} type="button" aria-pressed={target.id === targetId} aria-keyshortcuts={keys.aria(targetCommand(i + 1))} onClick={() => onChange(target.id)}>
          <KeyCap of={keys.shown(targetCommand(i + 1))} /> <span className="cut">{target.name}</span>
        </button>
      ))}
      {further.length > 0 && (
        <label className="another" data-chosen={chosen !== undefined || undefined}>
          <KeyCap of={keys.shown("targets")} />
          <select aria-label={t("anotherTarget")} value={chosen?.id ?? ""} onChange={(event) => event.target.value !== "" && onChange(event.target.value)}>
            <option value="">{t("another")}</option>
            {further.map((target) => <option key={target.id} value={target.id}>{target.name}</option>)}
          </select>
        </label>
      )}
      <button type="button" className="suggest" onClick={onSuggest}><Icon of={Plus} size="s" /> {t("suggest")}</button>
    </div>
  );
}
