"use client";

import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import { Group, Panel, type PanelImperativeHandle, Separator } from "react-resizable-panels";
import { useTranslations } from "use-intl/react";
import type { Look } from "./use-look";

const WIDTHS = { left: { usual: 264, least: 208, most: 440 }, right: { usual: 336, least: 272, most: 560 } } as const;
/** Beside the rail, on a small laptop or a tablet. */
const RIGHT_BESIDE_RAIL = 296;
const TEXT_LEAST = 340;

const limits = (side: "left" | "right") => ({ className: "pane-box", minSize: WIDTHS[side].least, maxSize: WIDTHS[side].most, groupResizeBehavior: "preserve-pixel-size" as const });

/** The panes beside each other. Borders are moved by pointer or arrow keys, go back on a double click, and stay where they are put. */
export function Panes({ left, text, right, look, onLook, compact }: {
  /** Null where it is folded or drawn over the text. */
  left: ReactNode;
  text: ReactNode;
  right: ReactNode;
  look: Pick<Look, "left" | "right">;
  onLook: (fields: Partial<Look>) => void;
  /** The right pane is as narrow as it is beside the rail. */
  compact: boolean;
}) {
  const [leftRef, rightRef] = [useRef<PanelImperativeHandle>(null), useRef<PanelImperativeHandle>(null)];
  const usual = { left: WIDTHS.left.usual, right: compact ? RIGHT_BESIDE_RAIL : WIDTHS.right.usual };
  const first = useRef(look);
  const t = useTranslations("annotate.panes");
  const [hasLeft, hasRight] = [left !== null, right !== null];
  useEffect(() => {
    first.current = look;
  });
  // A double click goes back to the size that a pane has by itself, so a remembered one is put on afterwards.
  useLayoutEffect(() => {
    if (hasLeft && first.current.left !== null) leftRef.current?.resize(first.current.left);
  }, [hasLeft, leftRef]);
  useLayoutEffect(() => {
    if (hasRight && first.current.right !== null) rightRef.current?.resize(first.current.right);
  }, [hasRight, rightRef]);
  const keep = (): void => {
    const width = (side: "left" | "right", handle: PanelImperativeHandle | null): number | null => {
      const pixels = handle === null ? look[side] : Math.round(handle.getSize().inPixels);
      return pixels === usual[side] ? null : pixels;
    };
    onLook({ left: width("left", leftRef.current), right: width("right", rightRef.current) });
  };
  return (
    <Group className="panes" disableCursor onLayoutChanged={(_layout, meta) => meta.isUserInteraction && keep()}>
      {left !== null && <Panel key="left" id="left" panelRef={leftRef} {...limits("left")} defaultSize={usual.left}>{left}</Panel>}
      {left !== null && <Separator key="left-border" className="border" aria-label={t("queueWidth")} />}
      <Panel key="text" id="text" className="pane-box" minSize={TEXT_LEAST}>{text}</Panel>
      {right !== null && <Separator key="right-border" className="border" aria-label={t("spansWidth")} />}
      {right !== null && <Panel key="right" id="right" panelRef={rightRef} {...limits("right")} defaultSize={usual.right}>{right}</Panel>}
    </Group>
  );
}
