import type { Say } from "./say";

const PARTS = ["counts", "steps", "voices", "intervals", "rate"] as const;

/** The method in plain words, for whoever asks. The whole of it stands in docs/statistics.md. */
export function HowComputed({ say: { t } }: { say: Say }) {
  return (
    <details className="how">
      <summary>{t("how.title")}</summary>
      {PARTS.map((part) => <p key={part}>{t(`how.${part}`)}</p>)}
    </details>
  );
}
