import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from "saxes";
import { err, ok, type Result } from "@/lib/kernel/result";
import { isId } from "@/lib/kernel/id";
import { QDC } from "./qdc-names";

/** A code of a .qdc file. */
export type QdcCode = { readonly guid: string; readonly name: string; readonly color: string | null; readonly parent: string | null; description: string };
export type QdcSet = { readonly guid: string; readonly name: string; description: string; readonly members: string[] };
/** What a .qdc file says, and what of it we have no use for. */
export type Qdc = { readonly codes: QdcCode[]; readonly sets: QdcSet[]; readonly report: string[] };

const DEEPEST = 30;
const MOST_CODES = 5_000;
const MOST_REPORTED = 50;

/** Why a file cannot be read, with its line and column. */
class Refusal extends Error {}

const CHILDREN: Readonly<Record<string, readonly string[]>> = { "": ["CodeBook"], CodeBook: ["Codes", "Sets"], Codes: ["Code"], Code: ["Description", "Code"], Sets: ["Set"], Set: ["Description", "MemberCode"], Description: [], MemberCode: [] };
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = { CodeBook: ["origin"], Code: ["guid", "name", "isCodable", "color"], Set: ["guid", "name"], MemberCode: ["guid"] };

/**
 * Reads a REFI-QDA codebook. Refuses what is no well-formed codebook of that namespace, any DOCTYPE (so there are no
 * entities to expand), files too deep or too large, and codes without name or id, each with line and column; what is
 * merely unknown is skipped and reported.
 */
export function readQdc(text: string): Result<Qdc, string> {
  const found: Qdc = { codes: [], sets: [], report: [] };
  const guids = new Set<string>();
  const open: { name: string; code: QdcCode | null; set: QdcSet | null }[] = [];
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const place = (): string => `Line ${parser.line}, column ${parser.column}`;
  const refuse = (why: string): never => {
    throw new Refusal(`${place()}: ${why}`);
  };
  const note = (what: string): void => {
    if (found.report.length < MOST_REPORTED) found.report.push(`Line ${parser.line}: ${what}`);
    else if (found.report.length === MOST_REPORTED) found.report.push("More was left out further down.");
  };
  const attribute = (tag: SaxesTagNS, name: string): string => {
    const value = (tag.attributes[name] as SaxesAttributeNS | undefined)?.value.trim() ?? "";
    return value === "" ? refuse(`<${tag.local}> has no ${name}.`) : value;
  };
  const guid = (tag: SaxesTagNS, fresh: boolean): string => {
    const id = attribute(tag, "guid").replace(/^\{(.*)\}$/u, "$1").toLowerCase();
    const valid: boolean = isId(id);
    if (!valid) refuse(`“${id.slice(0, 60)}” is no guid.`);
    if (fresh && guids.has(id)) refuse(`the guid ${id} stands twice.`);
    if (fresh) guids.add(id);
    return id;
  };

  parser.on("doctype", () => refuse("the file has a DOCTYPE, which a codebook does not need. Nothing was read."));
  parser.on("error", (error) => refuse(error.message.replace(/^\d+:\d+: /u, "")));
  parser.on("opentag", (tag) => {
    if (open.length + skipping >= DEEPEST) refuse(`nested more than ${DEEPEST} levels deep.`);
    const parent = open.at(-1);
    if (!parent && (tag.local !== "CodeBook" || tag.uri !== QDC)) refuse(`this is no REFI-QDA codebook: it begins with <${tag.name}>${tag.uri === "" ? " without a namespace" : ` of “${tag.uri}”`}, and should with <CodeBook> of “${QDC}”.`);
    if (skipping > 0 || tag.uri !== QDC || !CHILDREN[parent?.name ?? ""]?.includes(tag.local)) {
      if (skipping === 0) note(`<${tag.name}> was left out.`);
      skipping++;
      return;
    }
    for (const one of Object.values(tag.attributes)) if (one.uri === "" && one.prefix !== "xmlns" && one.name !== "xmlns" && !ATTRIBUTES[tag.local]?.includes(one.local)) note(`the attribute ${one.name} of <${tag.name}> was left out.`);
    let [code, set] = [parent?.code ?? null, parent?.set ?? null];
    if (tag.local === "Code") {
      if (found.codes.length >= MOST_CODES) refuse(`more than ${MOST_CODES.toLocaleString("en")} codes.`);
      const color = tag.attributes["color"]?.value ?? null;
      if (color !== null && !/^#[0-9a-f]{6}$/iu.test(color)) note(`the colour “${color.slice(0, 20)}” was left out.`);
      if (tag.attributes["isCodable"]?.value === "false") note(`“${(tag.attributes["name"]?.value ?? "").slice(0, 60)}” groups others there; here it can be chosen too.`);
      code = { guid: guid(tag, true), name: attribute(tag, "name"), color: color !== null && /^#[0-9a-f]{6}$/iu.test(color) ? color : null, parent: parent?.code?.guid ?? null, description: "" };
      found.codes.push(code);
    } else if (tag.local === "Set") found.sets.push((set = { guid: guid(tag, true), name: attribute(tag, "name"), description: "", members: [] }));
    else if (tag.local === "MemberCode") set?.members.push(guid(tag, false));
    open.push({ name: tag.local, code, set });
  });
  parser.on("closetag", () => (skipping > 0 ? skipping-- : open.pop()));
  const words = (more: string): void => {
    const at = open.at(-1);
    if (skipping > 0 || at?.name !== "Description") return;
    const owner = at.code ?? at.set;
    if (owner) owner.description += more;
  };
  parser.on("text", words);
  parser.on("cdata", words);
  try {
    parser.write(text.replace(/^\ufeff/u, "")).close();
  } catch (error) {
    if (error instanceof Refusal) return err(error.message);
    throw error;
  }
  return ok(found);
}
