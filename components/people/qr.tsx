import { create } from "qrcode";

/** A link as a QR code, drawn as one path. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const path = Array.from({ length: modules.size * modules.size }, (_, at) => (modules.data[at] ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : "")).join("");
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${modules.size} ${modules.size}`} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
