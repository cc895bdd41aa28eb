import { classNames } from "@/components/ui/class-names";

/** One of few as toggle buttons: unlike radio buttons they need no arrow keys, and one can be taken back. */
export function PressGroup<T extends string | number>({ label, options, value, onChange, clearable = false, disabled = false, className = "seg small" }: {
  label: string;
  options: readonly { value: T; label: string; title?: string; className?: string }[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** A second press takes the answer back. */
  clearable?: boolean;
  disabled?: boolean;
  className?: string;
}) {
  return (
    <div className={className} role="group" aria-label={label}>
      {options.map((option) => {
        const pressed = option.value === value;
        return (
          <button
            key={option.value}
            type="button"
            className={classNames(option.className)}
            aria-pressed={pressed}
            title={option.title}
            disabled={disabled}
            onClick={() => onChange(pressed && clearable ? null : option.value)}
          >
            {option.label}
          </button>
        );
      })}
    </div>
  );
}
