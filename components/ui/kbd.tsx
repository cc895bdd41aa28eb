import type { ReactNode } from "react";

/** The key for a control, put on the control itself. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}
