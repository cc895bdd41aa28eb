import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A remark about what is here now, on the soft marker. Never a warning about an outlet. */
export function Note({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return <div className="note">{icon ?? <Icon of={Info} size="s" />}<span>{children}</span></div>;
}
