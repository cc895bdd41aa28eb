import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A word or two about a thing. `mark` only for the one current thing. */
export function Tag({ children, look = "plain", icon, title }: {
  children: ReactNode;
  look?: "plain" | "ink" | "mark" | undefined;
  icon?: ReactNode;
  title?: string | undefined;
}) {
  return <span className={classNames("tag", look !== "plain" && look)} {...(title === undefined ? {} : { title })}>{icon}{children}</span>;
}
