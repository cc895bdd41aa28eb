import { type ReactElement, useId } from "react";
import { figurePaths } from "@/lib/figures/figure-paths";
import type { Figure, Spot } from "@/lib/figures/shape";

/** What a spot opens, and its name in words. `stop`: whether Tab stops there; a figure with hundreds of cells leaves that to its table. */
export type SpotLink = { readonly href: string; readonly label: string; readonly stop: boolean };

/**
 * Draws a figure as inline SVG with a name and a description for people who do not see it. No script. With links it is
 * a group instead of an image, since what is inside of an image is told to nobody.
 */
export function FigureSvg({ figure, title, description, className = "plot", linkOf }: { figure: Figure; title: string; description: string; className?: string; linkOf?: (key: string) => SpotLink | null }) {
  const id = useId();
  const labels = description === "" ? `${id}t` : `${id}t ${id}d`;
  const spots = linkOf === undefined ? [] : (figure.spots ?? []);
  return (
    <svg className={className} viewBox={`0 0 ${figure.width} ${figure.height}`} width={figure.width} height={figure.height} role={spots.length > 0 ? "group" : "img"} aria-labelledby={labels}>
      <title id={`${id}t`}>{title}</title>
      {description === "" ? null : <desc id={`${id}d`}>{description}</desc>}
      {inGroups(figurePaths(figure.shapes), 24, (drawn, index) =>
        drawn.kind === "path" ? <path key={index} className={drawn.className} d={drawn.d} /> : <text key={index} className={drawn.className} x={drawn.x} y={drawn.y}>{drawn.text}</text>,
      )}
      {inGroups(spots, 8, (spot, index) => <SpotElement key={index} spot={spot} link={linkOf?.(spot.key) ?? null} />)}
    </svg>
  );
}

// React sends what is over three kilobytes in parts, and each child of a long list as a part of its own; some children together are one part.
function inGroups<T>(all: readonly T[], size: number, draw: (one: T, index: number) => ReactElement): ReactElement[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, group) => <g key={group}>{all.slice(group * size, (group + 1) * size).map(draw)}</g>);
}

function SpotElement({ spot: { x, y, width, height }, link }: { spot: Spot; link: SpotLink | null }) {
  if (link === null) return null;
  return (
    <a href={link.href} {...(link.stop ? {} : { tabIndex: -1 })}>
      <title>{link.label}</title>
      <rect className="spot" x={x} y={y} width={width} height={height} />
    </a>
  );
}
