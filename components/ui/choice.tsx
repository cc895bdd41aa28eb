import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";

/** One card: a name and a sentence. */
export type ChoiceOption<T extends string> = { value: T; label: ReactNode; detail?: ReactNode; disabled?: boolean | undefined };

/** What a Choice takes; controlled with `value` and `onChange`, or a form control with `name` and `defaultValue`. */
export type ChoiceProps<T extends string> = {
  /** The question; shown by the heading above, so kept for screen readers. */
  legend: string;
  options: readonly ChoiceOption<T>[];
  name?: string | undefined;
  value?: T | null | undefined;
  defaultValue?: T | undefined;
  onChange?: ((value: T) => void) | undefined;
  columns?: 1 | 2 | 3 | undefined;
};

const COLUMNS = { 1: undefined, 2: "two", 3: "three" } as const;

/** Radio buttons as cards, for the few choices that need a sentence each. */
export function Choice<T extends string>({ legend, options, name, value, defaultValue, onChange, columns = 1 }: ChoiceProps<T>) {
  const own = useId();
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      <div className={classNames("opts", COLUMNS[columns])}>
        {options.map((option, index) => (
          <label key={option.value} className="opt">
            <input
              type="radio"
              className="dot"
              name={name ?? own}
              value={option.value}
              aria-labelledby={`${own}-${index}`}
              {...(option.detail === undefined ? {} : { "aria-describedby": `${own}-${index}-detail` })}
              {...(option.disabled ? { disabled: true } : {})}
              {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
              {...(onChange ? { onChange: () => onChange(option.value) } : { readOnly: true })}
            />
            <b id={`${own}-${index}`}>{option.label}</b>
            {option.detail !== undefined && <p id={`${own}-${index}-detail`}>{option.detail}</p>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
