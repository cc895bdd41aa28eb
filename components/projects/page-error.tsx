"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** What Next hands to an error page. */
export type Failure = { error: Error & { digest?: string }; reset: () => void };

/** What is safe and what to do, page by page. */
const OF = {
  page: { safe: "saved", todo: "show" },
  articles: { safe: "saved", todo: null },
  assign: { safe: "saved", todo: null },
  codebook: { safe: "codebook", todo: "wait" },
  agreement: { safe: "stance", todo: "show" },
  progress: { safe: "progress", todo: "show" },
  compare: { safe: "saved", todo: "show" },
  stance: { safe: "stance", todo: "show" },
} as const;

/** Stands where a page should be that could not be rendered. */
export function PageError({ of, error, reset }: Failure & { of: keyof typeof OF }) {
  const t = useTranslations("errors");
  const ui = useTranslations("ui");
  const { safe, todo } = OF[of];
  return (
    <div className="page narrow">
      <ErrorState
        level={1}
        what={t(`what.${of}`)}
        safe={t(`safe.${safe}`)}
        todo={todo === null ? undefined : t(`todo.${todo}`)}
        action={<Button onClick={reset}>{t("again")}</Button>}
        reference={error.digest === undefined ? undefined : ui("request", { id: error.digest })}
      />
    </div>
  );
}
