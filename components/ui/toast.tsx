"use client";

import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";

const STAYS_MS = 8000;

/** One line and at most one act ("Undo"). */
export type ToastMessage = { text: string; act?: { label: string; onAct: () => void } | undefined };

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

/** Shows a toast; a newer one takes the place of the older. Throws outside a ToastProvider. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

/** Holds the place of toasts: bottom left above the foot, 8 s, longer while hovered or focused. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  const show = useCallback((next: ToastMessage) => setMessage(next), []);

  const dismiss = useCallback(() => {
    setMessage(null);
    setHovered(false);
    setFocused(false);
    if (cameFrom.current?.isConnected) cameFrom.current.focus();
    cameFrom.current = null;
  }, []);

  useEffect(() => {
    if (!message || hovered || focused) return undefined;
    const timer = setTimeout(dismiss, STAYS_MS);
    return () => clearTimeout(timer);
  }, [message, hovered, focused, dismiss]);

  return (
    <ToastContext value={show}>
      {children}
      <div
        className="toasts"
        role="status"
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
        onFocus={(event) => {
          setFocused(true);
          if (event.relatedTarget instanceof HTMLElement) cameFrom.current = event.relatedTarget;
        }}
        onBlur={() => {
          setFocused(false);
          cameFrom.current = null;
        }}
        onKeyDown={(event) => event.key === "Escape" && dismiss()}
      >
        {message && (
          <span className="toast">
            {message.text}
            {message.act && <button type="button" className="btn small" onClick={() => { message.act?.onAct(); dismiss(); }}>{message.act.label}</button>}
          </span>
        )}
      </div>
    </ToastContext>
  );
}
