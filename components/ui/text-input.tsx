import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Field, type FieldWords } from "./field";

/** What a TextInput takes: the words of a field and everything of `<input>`. */
export type TextInputProps = FieldWords & Omit<ComponentProps<"input">, keyof FieldWords | "size"> & {
  size?: "small" | "normal" | "large" | undefined;
  /** An icon before the text. */
  before?: ReactNode;
  /** A key hint, a unit or a small button after it. */
  after?: ReactNode;
};

/** One line of text with its label. */
export function TextInput({ label, hideLabel, hint, error, className, id, size = "normal", before, after, ...input }: TextInputProps) {
  return (
    <Field {...{ label, hideLabel, hint, error, className, id }}>
      {(wiring) => (
        <span className={classNames("input", size !== "normal" && size, wiring["aria-invalid"] && "bad")}>
          {before}<input type="text" {...input} {...wiring} />{after}
        </span>
      )}
    </Field>
  );
}
