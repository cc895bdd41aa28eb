import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

/** What an Icon takes. */
export type IconProps = {
  /** A lucide shape: `import { Check } from "lucide-react"`. */
  of: LucideIcon;
  /** s 14 px, m 16 px, l 24 px. */
  size?: "s" | "m" | "l" | undefined;
  /** Only for an icon that stands without words; otherwise it is decoration and hidden. */
  label?: string | undefined;
  className?: string | undefined;
};

const PIXELS = { s: 14, m: 16, l: 24 } as const;

/** A lucide shape at the house size and stroke, in the colour of the text. */
export function Icon({ of: Shape, size = "m", label, className }: IconProps) {
  const named = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return <Shape className={classNames("i", size !== "m" && size, className) ?? "i"} size={PIXELS[size]} strokeWidth={1.75} {...named} />;
}
