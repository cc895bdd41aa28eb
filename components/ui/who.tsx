import { classNames } from "./class-names";

/** A person as letters in a circle, or in a square for an annotator among others. Never a colour. */
export function Who({ letters, name, square = false }: { letters: string; name: string; square?: boolean | undefined }) {
  return <span className={classNames("who", square && "sq")} role="img" aria-label={name} title={name}>{letters}</span>;
}
