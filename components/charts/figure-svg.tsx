import { useId } from "react";
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
      {figurePaths(figure.shapes).map((drawn, index) =>
        drawn.kind === "path" ? <path key={index} className={drawn.className} d={drawn.d} /> : <text key={index} className={drawn.className} x={drawn.x} y={drawn.y}>{drawn.text}</text>,
      )}
      {spots.map((spot) => <SpotElement key={spot.key + String(spot.y)} spot={spot} link={linkOf?.(spot.key) ?? null} />)}
    </svg>
  );
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
