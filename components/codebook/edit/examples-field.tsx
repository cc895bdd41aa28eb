"use client";

import { Highlighter, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
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
export function ExamplesField({ title, hint, labelId, path, items, onChange, most = 50 }: {
  title: string;
  hint?: string | undefined;
  /** The framing or label whose marks are offered; null where there is none. */
  labelId: string | null;
  path: string;
  items: readonly Example[];
  onChange: (items: readonly Example[]) => void;
  most?: number | undefined;
}) {
  const { errors } = useEditing();
  const [asking, setAsking] = useState<"typed" | "marks" | null>(null);
  const replace = (index: number, change: Partial<Example>) => onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  const one = title.toLowerCase().replace(/s$/u, "");
  const room = items.length < most;
  return (
    <fieldset className="cb-exs">
      <legend className="lab">{title}{hint !== undefined && <span className="hint"> {hint}</span>}</legend>
      {items.length > 0 && (
        <ol>
          {items.map((item, index) => (
            <li key={index} className="cb-ex-edit">
              <TextArea label={`${title.replace(/s$/u, "")} ${items.length > 1 ? index + 1 : ""}`.trim()} hideLabel serif rows={1} dir="auto" value={item.text} error={errorAt(errors, `${path}/${index}/text`)} onChange={(event) => replace(index, { text: event.target.value })} />
              <TextInput label={`Why, of ${one} ${index + 1}`} hideLabel size="small" placeholder="Why: one line for the coders" dir="auto" maxLength={2000} value={item.note} error={errorAt(errors, `${path}/${index}/note`)} onChange={(event) => replace(index, { note: event.target.value })} />
              <span className="wrap">{item.spanId !== null && <Tag icon={<Icon of={Highlighter} size="s" />}>from a real mark</Tag>}<Button look="quiet" size="small" icon={<Icon of={Trash2} size="s" />} label={`Remove ${one} ${index + 1}`} onClick={() => onChange(items.filter((_, at) => at !== index))} /></span>
            </li>
          ))}
        </ol>
      )}
      {asking === "typed" ? <TypedExample label={`New ${one}`} onAdd={(text) => onChange([...items, typedExample(text)])} onClose={() => setAsking(null)} /> : room && (
        <span className="wrap">
          <Button size="small" icon={<Icon of={Plus} size="s" />} onClick={() => setAsking("typed")}>{one.startsWith("e") ? "Type an" : "Type a"} {one}</Button>
          {labelId !== null && <Button size="small" icon={<Icon of={Highlighter} size="s" />} onClick={() => setAsking("marks")}>Take {one}s from marks…</Button>}
        </span>
      )}
      {asking === "marks" && labelId !== null && <SpanExamples labelId={labelId} taken={items} most={most - items.length} onClose={() => setAsking(null)} onTake={(found) => onChange([...items, ...found])} />}
    </fieldset>
  );
}

function TypedExample({ label, onAdd, onClose }: { label: string; onAdd: (text: string) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() !== "") onAdd(text.trim());
    onClose();
  };
  return (
    <div className="cb-ex-new">
      <TextArea label={label} serif rows={2} autoFocus dir="auto" maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      <span className="row"><Button size="small" onClick={add}>Add</Button><Button size="small" look="quiet" onClick={onClose}>Cancel</Button></span>
    </div>
  );
}
