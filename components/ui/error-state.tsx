import type { ReactNode } from "react";

/** It went wrong: what happened, what is safe, what to do, and the request id for whoever looks into it. */
export function ErrorState({ what, safe, todo, action, reference, level = 2 }: {
  what: ReactNode;
  safe?: ReactNode;
  todo?: ReactNode;
  action?: ReactNode;
  /** Names the failure for whoever looks into it: "request 4f2…". */
  reference?: string | undefined;
  level?: 1 | 2 | 3 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="state-box card bad" role="alert">
      <Heading>{what}</Heading>
      {safe !== undefined && <p>{safe}</p>}
      {todo !== undefined && <p>{todo}</p>}
      {(action !== undefined || reference !== undefined) && (
        <div className="wrap">{action}{reference !== undefined && <span className="x11 wrap-any">{reference}</span>}</div>
      )}
    </div>
  );
}
