import "server-only";
import path from "node:path";
import { crc32 } from "node:zlib";
import { renderAsync } from "@resvg/resvg-js";
import type { MemberActor } from "@/lib/accounts/server/actor";

// From the root of the program, where every process of ours starts: a bundler would look beside its own output.
const fontFile = (weight: string): string => path.join(/*turbopackIgnore: true*/ process.cwd(), "node_modules", "@expo-google-fonts", "public-sans", weight, `PublicSans_${weight}.ttf`);
const FONT_FILES = ["400Regular", "500Medium", "600SemiBold"].map(fontFile);

/** Twice as many pixels as CSS ones, for print. */
const SCALE = 2;

/**
 * An SVG of ours as PNG at twice its size, drawn with the fonts that come with the program and no others, off the
 * server's own thread.
 * @param facts name and value, written as iTXt chunks (UTF-8) before the end of the file
 */
export async function pngOf(_actor: MemberActor, svg: string, facts: readonly (readonly [string, string])[]): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, { fitTo: { mode: "zoom", value: SCALE }, background: "#ffffff", font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: "Public Sans" } });
  return withFacts(image.asPng(), facts);
}

/** The last chunk of a PNG, IEND: no length, its name, its checksum. */
const END = 12;

function withFacts(png: Buffer, facts: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat([png.subarray(0, -END), ...facts.map(([name, value]) => chunk(name, value)), png.subarray(-END)]));
}

/** keyword, 0, not compressed (two bytes), no language, no translated keyword, text. */
function chunk(name: string, value: string): Buffer {
  const body = Buffer.concat([Buffer.from("iTXt", "latin1"), Buffer.from(name, "latin1"), Buffer.from([0, 0, 0, 0, 0]), Buffer.from(value, "utf8")]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
