import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";

/** One of the few. `className` may be "adv", "crit" or "neu". */
export type SegmentedOption<T extends string> = { value: T; label: ReactNode; className?: string | undefined; title?: string | undefined; disabled?: boolean | undefined };

/** What a Segmented takes; controlled with `value` and `onChange`, or a form control with `name` and `defaultValue`. */
export type SegmentedProps<T extends string> = {
  /** Accessible name of the group. */
  label: string;
  options: readonly SegmentedOption<T>[];
  name?: string | undefined;
  value?: T | null | undefined;
  defaultValue?: T | undefined;
  onChange?: ((value: T) => void) | undefined;
  size?: "small" | "normal" | undefined;
  fill?: boolean | undefined;
  className?: string | undefined;
};

/** One of few, side by side: native radio buttons, so arrows and forms work by themselves. */
export function Segmented<T extends string>({ label, options, name, value, defaultValue, onChange, size, fill, className }: SegmentedProps<T>) {
  const own = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classNames("seg", size === "small" && "small", fill && "fill", className)}>
      {options.map((option) => (
        <label key={option.value} {...(option.className ? { className: option.className } : {})} {...(option.title ? { title: option.title } : {})}>
          <input
            type="radio"
            name={name ?? own}
            value={option.value}
            {...(option.disabled ? { disabled: true } : {})}
            {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
            {...(onChange ? { onChange: () => onChange(option.value) } : { readOnly: true })}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
