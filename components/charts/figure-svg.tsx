import { useId } from "react";
import { cornersOf, type Figure, pointsOf, type Shape } from "@/lib/figures/shape";

/** Draws a figure as inline SVG with a name and a description for people who do not see it. No script. */
export function FigureSvg({ figure, title, description, className = "plot" }: { figure: Figure; title: string; description: string; className?: string }) {
  const id = useId();
  const labels = description === "" ? `${id}t` : `${id}t ${id}d`;
  return (
    <svg className={className} viewBox={`0 0 ${figure.width} ${figure.height}`} width={figure.width} height={figure.height} role="img" aria-labelledby={labels}>
      <title id={`${id}t`}>{title}</title>
      {description === "" ? null : <desc id={`${id}d`}>{description}</desc>}
      {figure.shapes.map((shape, index) => (
        <ShapeElement key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeElement({ shape }: { shape: Shape }) {
  const { className } = shape;
  switch (shape.kind) {
    case "line":
      return <line className={className} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />;
    case "circle":
      return <circle className={className} cx={shape.cx} cy={shape.cy} r={shape.r} />;
    case "rect":
      return <rect className={className} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
    case "diamond":
    case "triangle":
      return <polygon className={className} points={cornersOf(shape)} />;
    case "path":
      return shape.closed ? <polygon className={className} points={pointsOf(shape)} /> : <polyline className={className} points={pointsOf(shape)} />;
    case "text":
      return (
        <text className={className} x={shape.x} y={shape.y}>
          {shape.text}
        </text>
      );
  }
}
