"use client";

import { useEffect, useId, useRef, type ReactNode, type RefObject } from "react";
import { classNames } from "./class-names";

/** Keeps a docked dialog as wide as its pane and at the pane's foot. Returns how to stop. */
function dock(dialog: HTMLDialogElement, pane: HTMLElement): () => void {
  const place = () => {
    const box = pane.getBoundingClientRect();
    dialog.style.setProperty("--dock-start", `${box.left}px`);
    dialog.style.setProperty("--dock-size", `${box.width}px`);
    dialog.style.setProperty("--dock-end", `${Math.max(0, window.innerHeight - box.bottom)}px`);
  };
  place();
  const watch = new ResizeObserver(place);
  watch.observe(pane);
  window.addEventListener("resize", place);
  return () => {
    watch.disconnect();
    window.removeEventListener("resize", place);
  };
}

/**
 * A native modal dialog: focus moves in, Esc asks to close, focus returns, the rest is inert.
 * Centred only for deleting; `docked` (with the pane in `within`) asks about what stays in view above it.
 */
export function Dialog({ open, onClose, title, children, acts, docked = false, within, wide = false }: {
  open: boolean;
  /** Esc was pressed, or the browser closed it; the owner sets `open`. */
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  acts?: ReactNode;
  docked?: boolean | undefined;
  within?: RefObject<HTMLElement | null> | undefined;
  wide?: boolean | undefined;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return undefined;
    const undock = docked && within?.current ? dock(dialog, within.current) : undefined;
    dialog.showModal();
    return () => {
      undock?.();
      dialog.close();
    };
  }, [open, docked, within]);
  return (
    <dialog
      ref={box}
      className={classNames("dialog", docked && "docked", wide && "wide")}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && <><h2 id={id}>{title}</h2>{children}{acts !== undefined && <div className="acts">{acts}</div>}</>}
    </dialog>
  );
}
