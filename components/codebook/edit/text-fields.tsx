"use client";

import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import type { LabelText } from "@/lib/codebook/content";
import { errorAt, useEditing } from "./editing";
import { ExamplesField } from "./examples-field";

/** What a coder reads about a label: definition, when and when not, examples and counter-examples. `path` is its place in the draft. */
export function TextFields({ labelId, path, text, onChange }: { labelId: string; path: string; text: LabelText; onChange: (change: Partial<LabelText>) => void }) {
  const { errors } = useEditing();
  return (
    <>
      <RichTextEditor label="Definition" value={text.definition} error={errorAt(errors, `${path}/definition`)} onChange={(definition) => onChange({ definition })} />
      <div className="cols-2">
        <RichTextEditor label="Use it when" value={text.use} error={errorAt(errors, `${path}/use`)} onChange={(use) => onChange({ use })} />
        <RichTextEditor label="Not when" value={text.avoid} error={errorAt(errors, `${path}/avoid`)} onChange={(avoid) => onChange({ avoid })} />
      </div>
      <ExamplesField title="Examples" labelId={labelId} path={`${path}/examples`} items={text.examples} onChange={(examples) => onChange({ examples })} />
      <ExamplesField title="Counter-examples" hint="Words that look like it and are not." labelId={labelId} path={`${path}/counterExamples`} items={text.counterExamples} onChange={(counterExamples) => onChange({ counterExamples })} />
    </>
  );
}
