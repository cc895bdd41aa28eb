import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** What the control inside a field must carry. */
export type FieldWiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** The words around a control; every control of ours takes them. */
export type FieldWords = {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place says it (a filter bar). */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** A sentence: what is wrong and what to do. */
  error?: ReactNode;
  className?: string | undefined;
};

/** Label, control, hint and error, tied together. `children` gets the attributes for the control. */
export function Field({ label, hideLabel = false, hint, error, className, id, children }: FieldWords & {
  id?: string | undefined;
  children: (wiring: FieldWiring) => ReactNode;
}) {
  const own = useId();
  const control = id ?? own;
  const wrong = error !== undefined && error !== null && error !== false && error !== "";
  const described = classNames(wrong && `${control}-error`, hint !== undefined && `${control}-hint`);
  return (
    <div className={classNames("field", className)}>
      <label htmlFor={control} {...(hideLabel ? { className: "vh" } : {})}>{label}</label>
      {children({ id: control, ...(described === undefined ? {} : { "aria-describedby": described }), ...(wrong ? { "aria-invalid": true as const } : {}) })}
      {wrong && <span className="bad-text" id={`${control}-error`}><Icon of={CircleAlert} size="s" /><span>{error}</span></span>}
      {hint !== undefined && <span className="hint" id={`${control}-hint`}>{hint}</span>}
    </div>
  );
}
