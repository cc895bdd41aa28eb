import type { AnnotateDocument } from "../types";

/** What of the lesson the marking screen shows and keeps to. */
export type LessonSitting = { readonly asksVoice: boolean; readonly asksJudgement: boolean; /** The line of help for this moment. */ readonly help: string };

/** The document as a lesson asks of it: who speaks is asked where the lesson asks it, whatever the codebook says, and else no mark has a voice. */
export function asLesson(document: AnnotateDocument, { asksVoice }: LessonSitting): AnnotateDocument {
  const { codebookVersion } = document;
  return { ...document, codebookVersion: { ...codebookVersion, content: { ...codebookVersion.content, asks: { ...codebookVersion.content.asks, voice: asksVoice } } } };
}
