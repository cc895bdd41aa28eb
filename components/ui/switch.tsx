import { useId, type ComponentProps, type ReactNode } from "react";

/** What a Switch takes: its words and everything of `<input>`. */
export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "size" | "className"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** On or off, at once. In a form that is sent later, use a Checkbox. */
export function Switch({ label, hint, ...input }: SwitchProps) {
  const id = useId();
  return (
    <label className="switch">
      <input {...input} type="checkbox" role="switch" className="sw" aria-labelledby={`${id}-label`} {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })} />
      <span className="words">
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      </span>
    </label>
  );
}
