"use client";

import { useTranslations } from "use-intl/react";
import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import type { LabelText } from "@/lib/codebook/content";
import { errorAt, useEditing } from "./editing";
import { ExamplesField } from "./examples-field";

/** What a coder reads about a label: definition, when and when not, examples and counter-examples. `path` is its place in the draft. */
export function TextFields({ labelId, path, text, onChange }: { labelId: string; path: string; text: LabelText; onChange: (change: Partial<LabelText>) => void }) {
  const { errors } = useEditing();
  const [t, codebook, examples] = [useTranslations("codebookEdit.label"), useTranslations("codebook.label"), useTranslations("codebookEdit.examples")];
  return (
    <>
      <RichTextEditor label={t("definition")} value={text.definition} error={errorAt(errors, `${path}/definition`)} onChange={(definition) => onChange({ definition })} />
      <div className="cols-2">
        <RichTextEditor label={codebook("use")} value={text.use} error={errorAt(errors, `${path}/use`)} onChange={(use) => onChange({ use })} />
        <RichTextEditor label={codebook("avoid")} value={text.avoid} error={errorAt(errors, `${path}/avoid`)} onChange={(avoid) => onChange({ avoid })} />
      </div>
      <ExamplesField kind="example" labelId={labelId} path={`${path}/examples`} items={text.examples} onChange={(examples) => onChange({ examples })} />
      <ExamplesField kind="counter" hint={examples("countersHint")} labelId={labelId} path={`${path}/counterExamples`} items={text.counterExamples} onChange={(counterExamples) => onChange({ counterExamples })} />
    </>
  );
}
