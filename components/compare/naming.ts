"use client";

import { useTranslations } from "use-intl/react";
import type { Column, Comparison, ShownRow } from "@/lib/compare/document";

const LETTERS = "ABCDEF";
/** Words that label a row without a name. */
const LABEL_WORDS = 3;

/** What columns and rows are called on the screen. */
export type Naming = { readonly column: (id: string) => string; readonly row: (row: ShownRow) => string; readonly where: (row: ShownRow) => string };

/** Names for columns (outlets, or letters where names are hidden) and rows (by hand, or the words that join them). */
export function useNaming({ columns }: Pick<Comparison, "columns">, names: boolean): Naming {
  const t = useTranslations("compare");
  const column = (id: string): string => {
    const at = columns.findIndex((one) => one.id === id);
    const found: Column | undefined = columns[at];
    if (found === undefined) return t("omission.elsewhere");
    return names ? (found.outlet?.name ?? t("page.unknown")) : t("page.letter", { letter: LETTERS[at] ?? "" });
  };
  return {
    column,
    row: (row) => row.name?.name ?? (row.headlines ? t("row.headlines") : row.words.slice(0, LABEL_WORDS).join(", ")),
    where: ({ cells }) => {
      const [only] = cells;
      if (cells.length === 1 && only && columns.length > 1) return t("row.onlyIn", { name: column(only.articleId) });
      return cells.length === columns.length ? t("row.inAll", { n: cells.length }) : t("row.inSome", { k: cells.length, n: columns.length });
    },
  };
}
