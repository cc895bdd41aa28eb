/** A number with its sign and two decimals, as people read it: "−0.42", "+0.19", "0.00". The minus is U+2212. */
export function signed(value: number, decimals = 2): string {
  const digits = Math.abs(value).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? "−" : "+"}${digits}`;
}

/** Average width of a letter of the sans face, as a share of the type size, at weight 600. */
const LETTER = 0.56;

/** `text` cut with "…" so that it fits `width` units at `size`; an estimate, since nothing is measured here. */
export function fitted(text: string, width: number, size: number): string {
  const letters = [...text];
  const room = Math.floor(width / (size * LETTER));
  return letters.length <= room ? text : `${letters.slice(0, Math.max(1, room - 1)).join("").trimEnd()}…`;
}
