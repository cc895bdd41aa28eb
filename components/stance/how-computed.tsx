import type { Say } from "./say";

const PARTS = ["counts", "addressed", "steps", "voices", "intervals", "rate"] as const;

/** The method in plain words, for whoever asks. The whole of it stands in docs/statistics.md. */
export function HowComputed({ say: { t }, open = false }: { say: Say; open?: boolean }) {
  return (
    <details className="how" open={open}>
      <summary>{t("how.title")}</summary>
      {PARTS.map((part) => <p key={part}>{t(`how.${part}`)}</p>)}
    </details>
  );
}
