"use client";

import type { Column } from "@/lib/compare/document";
import type { Sentence } from "@/lib/compare/passage";
import { useComparison } from "../context";
import { Marked } from "./marked";

/** Sentences of one article in a row, with their marks; "…" stands where sentences between them are told elsewhere. */
export function Sentences({ column, sentences }: { column: Pick<Column, "id">; sentences: readonly Sentence[] }) {
  const { drawings } = useComparison();
  const drawing = drawings.get(column.id);
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    const gap = before === undefined ? "" : sentence.index !== before.index + 1 ? " … " : sentence.start > before.end ? " " : "";
    return <span key={sentence.index}>{gap}{drawing ? <Marked sentence={sentence} drawing={drawing} /> : sentence.text}</span>;
  });
}
