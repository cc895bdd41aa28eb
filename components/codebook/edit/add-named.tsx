"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";

/** Adds a thing that needs a name first: a label, a rule, a set. */
export function AddNamed({ words, label, onAdd, maxLength = 200 }: { words: string; label: string; onAdd: (name: string) => void; maxLength?: number | undefined }) {
  const [t, acts] = [useTranslations("codebookEdit"), useTranslations("acts")];
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const close = () => {
    setOpen(false);
    setName("");
  };
  if (!open) return <Button size="small" icon={<Icon of={Plus} size="s" />} onClick={() => setOpen(true)}>{words}</Button>;
  return (
    <form
      className="cb-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onAdd(name.trim());
        close();
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <TextInput label={label} autoFocus required maxLength={maxLength} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      <Button type="submit">{t("add")}</Button>
      <Button look="quiet" onClick={close}>{acts("cancel")}</Button>
    </form>
  );
}
