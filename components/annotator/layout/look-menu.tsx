"use client";

import { ALargeSmall } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { type Look, MEASURES, TEXT_SIZES } from "./use-look";

const SIZES = { small: "Small", normal: "Normal", large: "Large" } as const;
const LINES = { narrow: "Short", normal: "Normal", wide: "Long" } as const;

/** The size of the article's letters and the length of its lines. */
export function LookMenu({ look, onLook }: { look: Pick<Look, "size" | "measure">; onLook: (fields: Partial<Look>) => void }) {
  return (
    <Popover trigger={<Icon of={ALargeSmall} />} label="Text size and lines" title="Text" className="btn quiet small icon" align="end">
      <div className="look-menu">
        <span className="lab" aria-hidden="true">Size</span>
        <Segmented label="Size of the text" size="small" fill value={look.size} options={TEXT_SIZES.map((value) => ({ value, label: SIZES[value] }))} onChange={(size) => onLook({ size })} />
        <span className="lab" aria-hidden="true">Lines</span>
        <Segmented label="Length of lines" size="small" fill value={look.measure} options={MEASURES.map((value) => ({ value, label: LINES[value] }))} onChange={(measure) => onLook({ measure })} />
      </div>
    </Popover>
  );
}
