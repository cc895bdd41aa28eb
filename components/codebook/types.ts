import type { ClassifiedChange, CodebookContent } from "@/lib/codebook/content";

/** One version of a codebook as a page shows it, with times in ISO form. */
export type ShownVersion = { id: string; number: number; content: CodebookContent; publishedAt: string | null; note: string; changes: readonly ClassifiedChange[] };

/** A published version in the history, without its content. */
export type VersionLine = { id: string; number: number; publishedAt: string | null; publishedBy: string | null; note: string; changes: readonly ClassifiedChange[] };

/** What the server keeps of a draft after it changed it. */
export type DraftContent = { version: number; content: CodebookContent };

/** The draft that is being written. */
export type DraftData = { id: string; number: number; version: number; content: CodebookContent };
