"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";

/** A button that opens a small box with a few controls or words. Esc closes it and focus returns. */
export function Popover({ trigger, label, title, children, className = "btn quiet", align = "start", open, onOpenChange }: {
  trigger: ReactNode;
  /** Names the trigger when it is only an icon. */
  label?: string | undefined;
  title: ReactNode;
  children: ReactNode;
  className?: string | undefined;
  align?: "start" | "center" | "end" | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}>
      <Base.Trigger className={className} {...(label === undefined ? {} : { "aria-label": label, title: label })}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="layer" sideOffset={4} align={align}>
          <Base.Popup className="pop padded">
            <Base.Title>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
