"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { Rule } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { AddNamed } from "./add-named";
import { errorAt, errorsBelow, useEditing } from "./editing";
import { changed, moved, newRule } from "./edits";
import { ExamplesField } from "./examples-field";
import { Fold } from "./fold";
import { MoveButtons } from "./move-buttons";

/** The rules of coding, each with one example and one counter-example. */
export function RulesForm() {
  const { content, errors, edit } = useEditing();
  const toast = useToast();
  const [open, setOpen] = useState<string | null>(null);
  const change = (id: string, what: Partial<Rule>) => edit((now) => ({ ...now, rules: changed(now.rules, id, what) }));
  const remove = (rule: Rule) => {
    const before = content.rules;
    edit((now) => ({ ...now, rules: now.rules.filter((one) => one.id !== rule.id) }));
    toast({ text: "Rule removed from the draft. Earlier versions keep it.", act: { label: "Undo", onAct: () => edit((now) => ({ ...now, rules: before })) } });
  };
  const add = (title: string) => {
    const rule = newRule(newId(), title);
    edit((now) => ({ ...now, rules: [...now.rules, rule] }));
    setOpen(rule.id);
  };
  return (
    <div className="form">
      <h2>Rules</h2>
      <p className="muted">What settles a dispute before it arises. A rule is clearest with one example and one counter-example.</p>
      <ol className="cb-folds">
        {content.rules.map((rule, index) => (
          <Fold
            key={rule.id} open={open === rule.id} onToggle={() => setOpen(open === rule.id ? null : rule.id)} wrong={errorsBelow(errors, `/rules/${index}`)}
            head={<><span className="num faint">{index + 1}</span><span dir="auto">{rule.title || "without a title"}</span></>}
            acts={<><MoveButtons name={rule.title || `rule ${index + 1}`} place={index} count={content.rules.length} onMove={(by) => edit((now) => ({ ...now, rules: moved(now.rules, rule.id, by) }))} /><Button look="quiet" size="small" label={`Remove ${rule.title || `rule ${index + 1}`}`} icon={<Icon of={Trash2} size="s" />} onClick={() => remove(rule)} /></>}
          >
            <TextInput label="Title" maxLength={200} dir="auto" value={rule.title} error={errorAt(errors, `/rules/${index}/title`)} onChange={(event) => change(rule.id, { title: event.target.value })} />
            <RichTextEditor label="Rule" value={rule.text} error={errorAt(errors, `/rules/${index}/text`)} onChange={(text) => change(rule.id, { text })} />
            <ExamplesField title="Example" labelId={null} most={1} path={`/rules/${index}/example`} items={rule.example === null ? [] : [rule.example]} onChange={(items) => change(rule.id, { example: items[0] ?? null })} />
            <ExamplesField title="Counter-example" labelId={null} most={1} path={`/rules/${index}/counterExample`} items={rule.counterExample === null ? [] : [rule.counterExample]} onChange={(items) => change(rule.id, { counterExample: items[0] ?? null })} />
          </Fold>
        ))}
      </ol>
      <AddNamed words="Add a rule" label="Title of the new rule" onAdd={add} />
    </div>
  );
}
