import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A refusal, beside the thing refused. Spoken at once when it appears. */
export function Alert({ children, id }: { children: ReactNode; id?: string | undefined }) {
  return (
    <div className="alert" role="alert" {...(id === undefined ? {} : { id })}>
      <Icon of={CircleAlert} /><span>{children}</span>
    </div>
  );
}
