"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import type { CodebookContent } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { AddNamed } from "./add-named";
import { errorsBelow, useEditing } from "./editing";
import { newSet } from "./edits";

/** A part of the draft: what stands before it, framing, rules, or one set by its id. */
export type Part = "about" | "framing" | "rules" | `set:${string}`;

/** The part that holds a place of the draft ("/sets/0/name"). */
export function partAt(content: CodebookContent, path: string): Part {
  if (path.startsWith("/framing")) return "framing";
  if (path.startsWith("/rules")) return "rules";
  const set = content.sets[Number(/^\/sets\/(\d+)/u.exec(path)?.[1] ?? NaN)];
  return set ? `set:${set.id}` : "about";
}

/** The parts of a draft with their names, and how many places in each need a look. */
export function usePartList(): { part: Part; name: string; archived: boolean; wrong: number }[] {
  const { content, errors } = useEditing();
  const [t, codebook] = [useTranslations("codebookEdit"), useTranslations("codebook")];
  const about = ["/name", "/introduction", "/asks"].reduce((sum, path) => sum + errorsBelow(errors, path), 0);
  return [
    { part: "about", name: codebook("introduction"), archived: false, wrong: about },
    { part: "framing", name: codebook("framing"), archived: false, wrong: errorsBelow(errors, "/framing") },
    { part: "rules", name: codebook("rules"), archived: false, wrong: errorsBelow(errors, "/rules") },
    ...content.sets.map((set, index) => ({ part: `set:${set.id}` as const, name: set.name || t("unnamed"), archived: set.archived, wrong: errorsBelow(errors, `/sets/${index}`) })),
  ];
}

/** The list of parts at the left: one is open at a time. */
export function PartList({ part, onPart }: { part: Part | null; onPart: (part: Part) => void }) {
  const { edit } = useEditing();
  const t = useTranslations("codebookEdit.parts");
  const parts = usePartList();
  const add = (name: string) => {
    const id = newId();
    edit((now) => ({ ...now, sets: [...now.sets, newSet(now, id, name, "span")] }));
    onPart(`set:${id}`);
  };
  return (
    <>
      <ul className="cb-parts" aria-label={t("list")}>
        {parts.map((one, index) => (
          <li key={one.part} className={classNames(index === 3 && "first-set")}>
            <button type="button" {...(one.part === part ? { "aria-current": "true" as const } : {})} onClick={() => onPart(one.part)}>
              <span className="cut" dir="auto">{one.name}</span>
              {one.archived && <span className="x11">{t("archived")}</span>}
              {one.wrong > 0 && <span className="x11 bad">{t.rich("wrong", { n: one.wrong, hidden: (words) => <span className="vh">{words}</span> })}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className="cb-part-acts"><AddNamed words={t("addSet")} label={t("newSet")} onAdd={add} /></div>
    </>
  );
}
