"use client";

import { hc } from "hono/client";
import { useId, useState } from "react";
import { API, clientOptions, unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { stanceKept } from "@/lib/api/stance-kept";
import { newId } from "@/lib/kernel/id";
import type { StanceChoice } from "@/lib/stance/choice";
import type { Whose } from "@/lib/stance/report";

const api = hc<typeof stanceKept>(API, clientOptions);

export type KeepWords = { readonly title: string; readonly why: string; readonly name: string; readonly keep: string; readonly keeping: string; readonly kept: string; readonly failed: string };
type Props = { projectId: string; choice: StanceChoice; cell: (Whose & { readonly targetId: string }) | null; suggested: string; words: KeepWords };
type State = { at: "rest" } | { at: "busy" } | { at: "kept"; href: string } | { at: "failed" };

/** Keeps the figure as it stands, and shows its permanent link. */
export function KeepFigure({ projectId, choice, cell, suggested, words }: Props) {
  const [name, setName] = useState(suggested);
  const [state, setState] = useState<State>({ at: "rest" });
  const heading = useId();
  const keep = async () => {
    setState({ at: "busy" });
    const id = newId();
    try {
      const json = { id, name: name.trim() === "" ? suggested : name.trim(), choice: { ...choice, targetIds: [...choice.targetIds] }, cell };
      await unwrap(api.projects[":projectId"].stance.kept.$post({ param: { projectId }, json: json as never }));
      setState({ at: "kept", href: `/p/${projectId}/stance/kept/${id}` });
    } catch {
      setState({ at: "failed" });
    }
  };
  return (
    <section className="st-keep no-print" aria-labelledby={heading}>
      <h3 id={heading}>{words.title}</h3>
      <p className="x12">{words.why}</p>
      <form className="st-keep-form" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
        <TextInput label={words.name} value={name} maxLength={200} size="small" onChange={(event) => setName(event.target.value)} />
        <Button type="submit" size="small" busy={state.at === "busy"}>{state.at === "busy" ? words.keeping : words.keep}</Button>
      </form>
      <p role="status" className="x12">{state.at === "kept" && <>{words.kept} <a className="link" href={state.href}>{state.href}</a></>}</p>
      {state.at === "failed" && <p role="alert" className="x12">{words.failed}</p>}
    </section>
  );
}
