import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";
import { Icon } from "./icon";

/** One line of a select. */
export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

/** What a Select takes: the words of a field, options (or `<option>` children) and everything of `<select>`. */
export type SelectProps = FieldWords & Omit<ComponentProps<"select">, keyof FieldWords | "size"> & {
  options?: readonly SelectOption[] | undefined;
  size?: "small" | "normal" | undefined;
};

/** The browser's own list, drawn like our fields. */
export function Select({ label, hideLabel, hint, error, className, id, options = [], size = "normal", children, ...select }: SelectProps) {
  return (
    <Field {...{ label, hideLabel, hint, error, className, id }}>
      {(wiring) => (
        <span className={classNames("select", size === "small" && "small", wiring["aria-invalid"] && "bad")}>
          <select {...select} {...wiring}>
            {options.map((option) => (
              <option key={option.value} value={option.value} {...(option.disabled ? { disabled: true } : {})}>{option.label}</option>
            ))}
            {children}
          </select>
          <Icon of={ChevronDown} size="s" />
        </span>
      )}
    </Field>
  );
}
