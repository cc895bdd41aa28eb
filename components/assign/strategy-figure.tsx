import type { Strategy } from "@/lib/assignments/plan/strategy";

// Four people across, six articles down: who gets which. A ring is a place in a pool; a rule divides outlets.
const PATTERNS: Readonly<Record<Strategy, readonly string[]>> = {
  everyone: ["xxxx", "xxxx", "xxxx", "xxxx", "xxxx", "xxxx"],
  balanced: ["xx..", "..xx", "x.x.", ".x.x", "x..x", ".xx."],
  strata: ["xx..", "..xx", "x.x.", ".x.x", "x..x", ".xx."],
  reliability: ["xxxx", "x...", ".x..", "..x.", "...x", "x..."],
  pool: ["oo", "oo", "oo", "oo", "oo", "oo"],
  by_hand: ["x...", "....", ".x..", "....", "...x", "...."],
};
const [STEP, DOT, GAP] = [9, 7, 5];

/** A strategy as a small picture: columns are people, rows are articles. */
export function StrategyFigure({ strategy }: { strategy: Strategy }) {
  const gap = (row: number) => (strategy === "strata" && row >= 3 ? GAP : 0);
  return (
    <svg className="how-figure" viewBox="0 0 36 58" width="36" height="58" aria-hidden="true">
      {PATTERNS[strategy].flatMap((line, row) =>
        [...line].map((cell, column) => {
          const at = { x: column * STEP + 1, y: row * STEP + 1 + gap(row), width: DOT, height: DOT };
          if (cell === "o") return <circle key={`${row} ${column}`} className="place" cx={at.x + DOT / 2 + STEP} cy={at.y + DOT / 2} r={DOT / 2 - 0.5} />;
          return <rect key={`${row} ${column}`} className={cell === "x" ? "has" : "none"} {...at} />;
        }),
      )}
      {strategy === "strata" && <line className="rule" x1="0" x2="36" y1={3 * STEP + GAP / 2} y2={3 * STEP + GAP / 2} />}
    </svg>
  );
}
