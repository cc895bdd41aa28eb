import { Fragment } from "react";
import type { Translator } from "@/components/words/words";
import { wordDiff } from "./word-diff";

type Props = { t: Translator<"codebook">; before: string; after: string };

/** Two texts as one, with what went struck out and what came underlined, each with its sign. */
export function DiffWords({ t, ...texts }: Props) {
  return wordDiff(texts.before, texts.after).map(({ op, text }, index) => {
    if (op === "same") return <span key={index}>{text}</span>;
    const Tag = op;
    // Spaces at the ends are neither struck out nor underlined, unless they are all that changed.
    const [, before = "", core = text, after = ""] = /^(\s*)(\S[\s\S]*\S|\S)(\s*)$/u.exec(text) ?? [];
    return <Fragment key={index}>{before}<Tag><span className="sign">{op === "ins" ? "+" : "−"}<span className="vh">{t(op === "ins" ? "compare.added" : "compare.removed")}</span></span>{core}</Tag>{after}</Fragment>;
  });
}

/** The same as a paragraph. */
export function DiffText(texts: Props) {
  return <p className="cb-diff" dir="auto"><DiffWords {...texts} /></p>;
}
