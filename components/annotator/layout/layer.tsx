"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";

/**
 * A pane drawn over the text on narrow screens: from the side on a tablet, from below on a phone. While it is open
 * focus stays in it; Esc or a press beside it closes it, and focus returns to where it was. Closed, its content stays
 * in the document, because marks refer to their cards.
 */
export function Layer({ name, open, onClose, children }: { name: "queue" | "spans"; open: boolean; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  const t = useTranslations("annotate.panes");
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null || !open) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      className={`pane-layer from-${name}`}
      aria-label={t(name)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === box.current && onClose()}
    >
      {children}
    </dialog>
  );
}
