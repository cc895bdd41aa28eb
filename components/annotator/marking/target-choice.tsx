import { Plus } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { Target } from "../types";

/** How many targets have a digit. */
export const DIGITS = 9;

/** Targets as buttons with digits that never change; those beyond nine, or all by T, in a list. */
export function TargetChoice({ label, targets, targetId, onChange, onSuggest }: {
  label: string;
  targets: readonly Target[];
  targetId: string | null;
  onChange: (targetId: string) => void;
  /** Asks for a target that is missing. */
  onSuggest: () => void;
}) {
  const numbered = targets.slice(0, DIGITS);
  const further = targets.slice(DIGITS);
  const chosen = further.find((target) => target.id === targetId);
  return (
    <div className="targets" role="group" aria-label={label}>
      {numbered.map((target, i) => (
        <button key={target.id} type="button" aria-pressed={target.id === targetId} onClick={() => onChange(target.id)}>
          <Kbd>{i + 1}</Kbd> <span className="cut">{target.name}</span>
        </button>
      ))}
      {further.length > 0 && (
        <label className="another" data-chosen={chosen !== undefined || undefined}>
          <Kbd>T</Kbd>
          <select aria-label="Another target" value={chosen?.id ?? ""} onChange={(event) => event.target.value !== "" && onChange(event.target.value)}>
            <option value="">Another…</option>
            {further.map((target) => <option key={target.id} value={target.id}>{target.name}</option>)}
          </select>
        </label>
      )}
      <button type="button" className="suggest" onClick={onSuggest}><Icon of={Plus} size="s" /> Suggest a target…</button>
    </div>
  );
}
