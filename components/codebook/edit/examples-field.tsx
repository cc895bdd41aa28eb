"use client";

import { Highlighter, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Example } from "@/lib/codebook/content";
import { errorAt, useEditing } from "./editing";
import { typedExample } from "./edits";
import { SpanExamples } from "./span-examples";

/** Examples of a label: typed, or taken from real marks. `path` is their place in the draft. */
export function ExamplesField({ kind, hint, labelId, path, items, onChange, most = 50 }: {
  kind: "example" | "counter";
  hint?: string | undefined;
  /** The framing or label whose marks are offered; null where there is none. */
  labelId: string | null;
  path: string;
  items: readonly Example[];
  onChange: (items: readonly Example[]) => void;
  most?: number | undefined;
}) {
  const { errors } = useEditing();
  const t = useTranslations("codebookEdit.examples");
  const [asking, setAsking] = useState<"typed" | "marks" | null>(null);
  const replace = (index: number, change: Partial<Example>) => onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  const room = items.length < most;
  return (
    <fieldset className="cb-exs">
      <legend className="lab">{t(most === 1 ? `${kind}.one` : `${kind}.many`)}{hint !== undefined && <span className="hint"> {hint}</span>}</legend>
      {items.length > 0 && (
        <ol>
          {items.map((item, index) => (
            <li key={index} className="cb-ex-edit">
              <TextArea label={items.length > 1 ? t(`${kind}.nth`, { n: index + 1 }) : t(`${kind}.one`)} hideLabel serif rows={1} dir="auto" value={item.text} error={errorAt(errors, `${path}/${index}/text`)} onChange={(event) => replace(index, { text: event.target.value })} />
              <TextInput label={t(`${kind}.why`, { n: index + 1 })} hideLabel size="small" placeholder={t("whyHint")} dir="auto" maxLength={2000} value={item.note} error={errorAt(errors, `${path}/${index}/note`)} onChange={(event) => replace(index, { note: event.target.value })} />
              <span className="wrap">{item.spanId !== null && <Tag icon={<Icon of={Highlighter} size="s" />}>{t("fromMark")}</Tag>}<Button look="quiet" size="small" icon={<Icon of={Trash2} size="s" />} label={t(`${kind}.remove`, { n: index + 1 })} onClick={() => onChange(items.filter((_, at) => at !== index))} /></span>
            </li>
          ))}
        </ol>
      )}
      {asking === "typed" ? <TypedExample label={t(`${kind}.new`)} onAdd={(text) => onChange([...items, typedExample(text)])} onClose={() => setAsking(null)} /> : room && (
        <span className="wrap">
          <Button size="small" icon={<Icon of={Plus} size="s" />} onClick={() => setAsking("typed")}>{t(`${kind}.type`)}</Button>
          {labelId !== null && <Button size="small" icon={<Icon of={Highlighter} size="s" />} onClick={() => setAsking("marks")}>{t(`${kind}.take`)}</Button>}
        </span>
      )}
      {asking === "marks" && labelId !== null && <SpanExamples labelId={labelId} taken={items} most={most - items.length} onClose={() => setAsking(null)} onTake={(found) => onChange([...items, ...found])} />}
    </fieldset>
  );
}

function TypedExample({ label, onAdd, onClose }: { label: string; onAdd: (text: string) => void; onClose: () => void }) {
  const [edit, acts] = [useTranslations("codebookEdit"), useTranslations("acts")];
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() !== "") onAdd(text.trim());
    onClose();
  };
  return (
    <div className="cb-ex-new">
      <TextArea label={label} serif rows={2} autoFocus dir="auto" maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      <span className="row"><Button size="small" onClick={add}>{edit("add")}</Button><Button size="small" look="quiet" onClick={onClose}>{acts("cancel")}</Button></span>
    </div>
  );
}
