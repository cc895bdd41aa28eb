"use client";

import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";

/** What a Checkbox takes: its words and everything of `<input>`. */
export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "size" | "className" | "ref"> & {
  label: ReactNode;
  /** For a box in a table cell: the words are only spoken. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** Some but not all below it are ticked. */
  mixed?: boolean | undefined;
};

/** A tick box, the browser's own, drawn in ink. */
export function Checkbox({ label, hideLabel = false, hint, mixed = false, ...input }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed, input.checked]);
  return (
    <label className="check">
      <input {...input} ref={box} type="checkbox" className="box" aria-labelledby={`${id}-label`} {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })} />
      <span className={classNames("words", hideLabel && "vh")}>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      </span>
    </label>
  );
}
