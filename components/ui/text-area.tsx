import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";

/** What a TextArea takes: the words of a field and everything of `<textarea>`. */
export type TextAreaProps = FieldWords & Omit<ComponentProps<"textarea">, keyof FieldWords> & {
  /** Sets the text in the serif of articles. */
  serif?: boolean | undefined;
};

/** Several lines of text with their label; grows with its words where the browser can. */
export function TextArea({ label, hideLabel, hint, error, className, id, serif, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hideLabel, hint, error, className, id }}>
      {(wiring) => (
        <span className={classNames("input", serif && "serif", wiring["aria-invalid"] && "bad")}>
          <textarea rows={4} {...area} {...wiring} />
        </span>
      )}
    </Field>
  );
}
