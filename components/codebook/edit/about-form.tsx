"use client";

import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { Asks } from "@/lib/codebook/content";
import { errorAt, useEditing } from "./editing";

const ASKS: readonly { ask: keyof Asks; label: string; hint: string }[] = [
  { ask: "voice", label: "Who is speaking", hint: "own voice, quoted or embedded. Figures of an outlet rest on its own voice." },
  { ask: "directness", label: "Whether it hits directly", hint: "or through an ally or opponent. Not asked means direct." },
  { ask: "device", label: "Words or facts", hint: "how it is told, or which facts are told." },
  { ask: "confidence", label: "How sure one is", hint: "in three steps." },
];

/** The name of the codebook, what stands before it, and what is asked of every mark. */
export function AboutForm() {
  const { content, errors, edit } = useEditing();
  return (
    <div className="form">
      <h2>Introduction</h2>
      <TextInput label="Name of the codebook" required maxLength={200} dir="auto" value={content.name} error={errorAt(errors, "/name")} onChange={(event) => edit((now) => ({ ...now, name: event.target.value }))} />
      <RichTextEditor label="Introduction" hint="What the study is about, and what a coder has to know before the first article." value={content.introduction} error={errorAt(errors, "/introduction")} onChange={(introduction) => edit((now) => ({ ...now, introduction }))} />
      <fieldset>
        <legend className="lab">What else is asked of every mark</legend>
        {ASKS.map(({ ask, label, hint }) => (
          <Checkbox key={ask} label={label} hint={hint} checked={content.asks[ask]} onChange={(event) => edit((now) => ({ ...now, asks: { ...now.asks, [ask]: event.target.checked } }))} />
        ))}
      </fieldset>
    </div>
  );
}
