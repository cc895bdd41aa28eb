import type { ReactNode } from "react";

/** It went wrong: what happened, what is safe, what to do, and the request id for whoever looks into it. */
export function ErrorState({ what, safe, todo, action, requestId, level = 2 }: {
  what: ReactNode;
  safe?: ReactNode;
  todo?: ReactNode;
  action?: ReactNode;
  requestId?: string | undefined;
  level?: 1 | 2 | 3 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="state-box card bad" role="alert">
      <Heading>{what}</Heading>
      {safe !== undefined && <p>{safe}</p>}
      {todo !== undefined && <p>{todo}</p>}
      {(action !== undefined || requestId !== undefined) && (
        <div className="wrap">{action}{requestId !== undefined && <span className="x11 wrap-any">request {requestId}</span>}</div>
      )}
    </div>
  );
}
