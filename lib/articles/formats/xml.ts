import { SaxesParser } from "saxes";
import { err, ok, type Result } from "@/lib/kernel/result";
import { charsetInXml, decodeText } from "./decode";
import type { Limits } from "./limits";
import { count, type Trouble } from "./trouble";

/** What happens in a document, in its order. Names are as written, with their prefix; attributes by such names. */
export type XmlHandler = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

/**
 * Walks through an XML document. Refuses what is not text, what is not well-formed, elements that stand too deep, and any
 * DOCTYPE, so that there are no entities but the five of XML and nothing is ever fetched.
 */
export function walkXml(bytes: Uint8Array, limits: Limits, handler: XmlHandler): Result<string, Trouble> {
  const decoded = decodeText(bytes, charsetInXml(bytes));
  if (!decoded.ok) return decoded;
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  const stop = (trouble: Trouble) => {
    throw new Refused(trouble);
  };
  parser.on("doctype", () => stop({ code: "doctype", message: "The XML has a DOCTYPE, which may bring in other files. It is not read." }));
  parser.on("error", (error) => stop({ code: "broken_xml", message: `The XML is damaged: ${error.message.replace(/^\d+:\d+: |\.$/gu, "").slice(0, 200)}.` }));
  parser.on("opentag", (tag) => {
    if (++depth > limits.xmlDepth) stop({ code: "too_deep", message: `The XML has elements more than ${count(limits.xmlDepth)} deep.` });
    handler.open?.(tag.name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close?.(tag.name);
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  try {
    // Written in pieces, so that a document refused at its beginning costs no more than that.
    for (let at = 0; at < decoded.value.length; at += 1 << 16) parser.write(decoded.value.slice(at, at + (1 << 16)));
    parser.close();
    return ok(decoded.value);
  } catch (error) {
    if (error instanceof Refused) return err(error.trouble);
    throw error;
  }
}

/** The name without its prefix: "dc:title" is "title". */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
