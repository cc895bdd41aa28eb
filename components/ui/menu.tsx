"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** An act or a way to go; a rule; or a small caption. */
export type MenuEntry =
  | { label: string; icon?: ReactNode; keys?: string | undefined; current?: boolean | undefined; danger?: boolean | undefined; disabled?: boolean | undefined; href?: string | undefined; onSelect?: (() => void) | undefined }
  | { caption: string }
  | "rule";

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === "rule") return <Base.Separator className="rule" />;
  if ("caption" in entry) return <div className="cap" role="presentation">{entry.caption}</div>;
  const { label, icon, keys, current, danger, disabled, href, onSelect } = entry;
  const words = <>{icon}<span className="cut">{label}</span>{keys !== undefined && <span className="push"><kbd>{keys}</kbd></span>}</>;
  const shared = { className: classNames("item", danger && "danger"), label, ...(current ? { "aria-current": true as const } : {}) };
  if (href !== undefined) {
    return <Base.LinkItem {...shared} closeOnClick render={href.startsWith("/api/") ? <a href={href} /> : <Link href={href} />}>{words}</Base.LinkItem>;
  }
  return <Base.Item {...shared} {...(disabled ? { disabled: true } : {})} {...(onSelect ? { onClick: onSelect } : {})}>{words}</Base.Item>;
}

/** A button that opens a list of acts. `label` names it when `trigger` is only an icon. */
export function Menu({ trigger, label, items, className = "btn quiet", align = "start", side = "bottom" }: {
  trigger: ReactNode;
  label?: string | undefined;
  items: readonly MenuEntry[];
  /** Classes of the trigger; default a quiet button. */
  className?: string | undefined;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | undefined;
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={className} {...(label === undefined ? {} : { "aria-label": label, title: label })}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="layer" sideOffset={4} align={align} side={side}>
          <Base.Popup className="pop menu">
            {items.map((entry, index) => <Entry key={index} entry={entry} />)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
