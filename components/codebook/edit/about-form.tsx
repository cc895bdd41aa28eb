"use client";

import { useTranslations } from "use-intl/react";
import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { Asks } from "@/lib/codebook/content";
import { errorAt, useEditing } from "./editing";

const ASKS = ["voice", "directness", "device", "confidence"] as const satisfies readonly (keyof Asks)[];

/** The name of the codebook, what stands before it, and what is asked of every mark. */
export function AboutForm() {
  const { content, errors, edit } = useEditing();
  const t = useTranslations("codebookEdit.about");
  const codebook = useTranslations("codebook");
  return (
    <div className="form">
      <h2>{codebook("introduction")}</h2>
      <TextInput label={t("name")} required maxLength={200} dir="auto" value={content.name} error={errorAt(errors, "/name")} onChange={(event) => edit((now) => ({ ...now, name: event.target.value }))} />
      <RichTextEditor label={codebook("introduction")} hint={t("hint")} value={content.introduction} error={errorAt(errors, "/introduction")} onChange={(introduction) => edit((now) => ({ ...now, introduction }))} />
      <fieldset>
        <legend className="lab">{t("asks")}</legend>
        {ASKS.map((ask) => (
          <Checkbox key={ask} label={t(ask)} hint={t(`${ask}Hint`)} checked={content.asks[ask]} onChange={(event) => edit((now) => ({ ...now, asks: { ...now.asks, [ask]: event.target.checked } }))} />
        ))}
      </fieldset>
    </div>
  );
}
