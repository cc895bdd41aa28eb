"use client";

import { createContext, useContext } from "react";
import type { CodebookContent } from "@/lib/codebook/content";
import type { FieldProblem } from "./draft-session";

/** What every field of the draft works on. */
export type Editing = {
  projectId: string;
  content: CodebookContent;
  errors: readonly FieldProblem[];
  edit: (change: (content: CodebookContent) => CodebookContent) => void;
  /** Whether a set or label is in the draft only, so that it may be taken out again. */
  isNew: (id: string) => boolean;
};

export const EditingContext = createContext<Editing | null>(null);

/** The draft that is being edited. Throws outside the edit screen. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("useEditing needs the edit screen around it");
  return editing;
}

/** A message of the server as a sentence. */
export const sentence = (message: string): string => `${message.slice(0, 1).toUpperCase()}${message.slice(1)}${/[.?]$/u.test(message) ? "" : "."}`;

/** What is wrong at this place of the draft, or right below it, as a sentence. */
export function errorAt(errors: readonly FieldProblem[], path: string): string | undefined {
  const found = errors.find((error) => error.path === path || error.path.startsWith(`${path}/`));
  return found && sentence(found.message);
}

/** How much is wrong below this place. */
export const errorsBelow = (errors: readonly FieldProblem[], path: string): number => errors.filter((error) => error.path === path || error.path.startsWith(`${path}/`)).length;
