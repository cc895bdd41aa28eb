"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { Codebook } from "@/components/annotator/labels/codebook";
import { voiceChoice } from "@/components/annotator/marking/voice";
import type { SpanCodes } from "@/lib/annotations/span";
import type { AdjudicationDocument, Annotator } from "./types";

/** How things of a document are called on its screen. */
export type Naming = {
  readonly codebook: Codebook;
  readonly target: (id: string) => string;
  readonly voice: (codes: Pick<SpanCodes, "voice" | "attribution">) => string;
  readonly labels: (ids: readonly string[]) => string;
  /** A letter in a sentence, or a name where those are shown. */
  readonly annotator: (one: Annotator) => string;
};

/** How things of a document are called; `named`: annotators go by their names, where these are known. */
export function useNaming({ codebook: { content }, targets }: Pick<AdjudicationDocument, "codebook" | "targets">, named: boolean): Naming {
  const t = useTranslations("marking.study");
  const words = useTranslations("adjudicate");
  const codebook = useMemo(() => new Codebook(content), [content]);
  const names = useMemo(() => new Map(targets.map(({ id, name }) => [id, name])), [targets]);
  return {
    codebook,
    target: (id) => names.get(id) ?? words("nobody"),
    voice: (codes) => {
      const choice = voiceChoice(codes);
      return choice === null ? "" : t(`voices.${choice}`);
    },
    labels: (ids) => codebook.carried(ids).map(({ label }) => label.name).join(", "),
    annotator: ({ letter, name }) => (named && name !== null ? name : words("annotator", { letter })),
  };
}
