import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Look = {
  /** primary: ink, one per screen. danger: its words end in "…". */
  look?: "plain" | "primary" | "quiet" | "danger" | undefined;
  /** small 24 px, normal 32 px, large 40 px. */
  size?: "small" | "normal" | "large" | undefined;
  /** An `<Icon>` before the words. */
  icon?: ReactNode;
  /** Accessible name of a button that is only an icon; also its tooltip. */
  label?: string | undefined;
  /** The key that does the same, shown on the button. */
  keys?: string | undefined;
  full?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
};
type AsButton = Look & Omit<ComponentProps<"button">, keyof Look> & {
  href?: undefined;
  /** The work has begun: keeps focus, takes no second press. Give the words as verb and "…". */
  busy?: boolean | undefined;
  /** A toggle; leave out for an ordinary button. */
  pressed?: boolean | undefined;
};
type AsLink = Look & Pick<ComponentProps<"a">, "id" | "download" | "target" | "rel" | "tabIndex" | "aria-current" | "aria-describedby"> & {
  href: string;
  onClick?: ((event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
};

/** What a Button takes: everything of `<button>`, or with an `href` the part of `<a>` that links need. */
export type ButtonProps = AsButton | AsLink;

function refuse(event: MouseEvent): void {
  event.preventDefault();
}

function classOf({ look = "plain", size = "normal", icon, full, className, children }: Look): string | undefined {
  const iconOnly = icon !== undefined && children === undefined;
  return classNames("btn", look !== "plain" && look, size !== "normal" && size, iconOnly && "icon", full && "full", className);
}

function isPageOfOurs(href: string, download: unknown): boolean {
  return href.startsWith("/") && !href.startsWith("/api/") && download === undefined;
}

/** A button, or with `href` a link that looks like one. Default `type` is "button". */
export function Button(props: ButtonProps) {
  const { look: _look, size: _size, icon, label, keys, full: _full, className: _className, children, ...rest } = props;
  const shared = { className: classOf(props), ...(label === undefined ? {} : { "aria-label": label, title: label }) };
  const keyHint = keys === undefined ? null : <kbd>{keys}</kbd>;

  if (rest.href !== undefined) {
    const { href, onClick, ...attributes } = rest;
    const anchor = { ...attributes, ...(onClick ? { onClick } : {}) };
    const words = <>{icon}{children}{keyHint}</>;
    return isPageOfOurs(href, anchor.download)
      ? <Link {...anchor} {...shared} href={href}>{words}</Link>
      : <a {...anchor} {...shared} href={href}>{words}</a>;
  }
  const { href: _href, busy = false, pressed, ...button } = rest;
  return (
    <button
      type="button"
      {...button}
      {...shared}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(busy ? { "aria-disabled": true, "aria-busy": true, onClick: refuse } : {})}
    >
      {busy ? <Icon of={LoaderCircle} /> : icon}{children}{keyHint}
    </button>
  );
}
