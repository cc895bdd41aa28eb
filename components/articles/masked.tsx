import { MASK } from "@/lib/articles/source-mask";

/** How a hidden name is read out. */
export const HIDDEN_NAME = "hidden name";

/** Words in which some may be hidden: each run of masks is drawn as a hatched field of its length, and named. */
export function Masked({ text }: { text: string }) {
  if (!text.includes(MASK)) return text;
  return text.split(/(\u2588+)/u).map((piece, i) => (i % 2 === 1 ? <span key={i} className="masked hatch" role="img" aria-label={HIDDEN_NAME}>{piece}</span> : piece));
}
