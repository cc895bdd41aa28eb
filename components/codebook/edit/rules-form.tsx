"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("codebookEdit.rules");
  const [words, codebook] = [useTranslations("codebookEdit"), useTranslations("codebook")];
  const nameOf = (rule: Rule, index: number): string => rule.title || t("nth", { n: index + 1 });
  const [open, setOpen] = useState<string | null>(null);
  const change = (id: string, what: Partial<Rule>) => edit((now) => ({ ...now, rules: changed(now.rules, id, what) }));
  const remove = (rule: Rule) => {
    const before = content.rules;
    edit((now) => ({ ...now, rules: now.rules.filter((one) => one.id !== rule.id) }));
    toast({ text: t("removed"), act: { label: t("undo"), onAct: () => edit((now) => ({ ...now, rules: before })) } });
  };
  const add = (title: string) => {
    const rule = newRule(newId(), title);
    edit((now) => ({ ...now, rules: [...now.rules, rule] }));
    setOpen(rule.id);
  };
  return (
    <div className="form">
      <h2>{codebook("rules")}</h2>
      <p className="muted">{t("sub")}</p>
      <ol className="cb-folds">
        {content.rules.map((rule, index) => (
          <Fold
            key={rule.id} open={open === rule.id} onToggle={() => setOpen(open === rule.id ? null : rule.id)} wrong={errorsBelow(errors, `/rules/${index}`)}
            head={<><span className="num faint">{index + 1}</span><span dir="auto">{rule.title || words("untitled")}</span></>}
            acts={<><MoveButtons name={nameOf(rule, index)} place={index} count={content.rules.length} onMove={(by) => edit((now) => ({ ...now, rules: moved(now.rules, rule.id, by) }))} /><Button look="quiet" size="small" label={t("remove", { name: nameOf(rule, index) })} icon={<Icon of={Trash2} size="s" />} onClick={() => remove(rule)} /></>}
          >
            <TextInput label={t("title")} maxLength={200} dir="auto" value={rule.title} error={errorAt(errors, `/rules/${index}/title`)} onChange={(event) => change(rule.id, { title: event.target.value })} />
            <RichTextEditor label={t("rule")} value={rule.text} error={errorAt(errors, `/rules/${index}/text`)} onChange={(text) => change(rule.id, { text })} />
            <ExamplesField kind="example" labelId={null} most={1} path={`/rules/${index}/example`} items={rule.example === null ? [] : [rule.example]} onChange={(items) => change(rule.id, { example: items[0] ?? null })} />
            <ExamplesField kind="counter" labelId={null} most={1} path={`/rules/${index}/counterExample`} items={rule.counterExample === null ? [] : [rule.counterExample]} onChange={(items) => change(rule.id, { counterExample: items[0] ?? null })} />
          </Fold>
        ))}
      </ol>
      <AddNamed words={t("add")} label={t("newTitle")} onAdd={add} />
    </div>
  );
}
