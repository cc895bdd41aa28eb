import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import type { CodebookContent, Label, LabelSet } from "../content";
import { isUsable, usableLabels } from "../lineage";
import { isEmptyText, plainText } from "../rich-text";
import { FRAMING_HEX, HEX } from "./colours";
import { describe } from "./descriptions";
import { FRAMING_GUIDS, FRAMING_SET_GUID, ORIGIN, QDC } from "./qdc-names";

// Characters that XML 1.0 cannot hold, not even escaped.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const xml = (text: string): string => text.replace(FORBIDDEN, "\ufffd");

/**
 * The codebook as a REFI-QDA codebook (.qdc): framings and labels as codes, labels below their parents, sets as sets.
 * What is out of use is left out, as is what the format has no place for: shapes, keys, conditions, rules.
 */
export function writeQdc(content: CodebookContent): string {
  const root = create({ version: "1.0", encoding: "utf-8" }).ele(QDC, "CodeBook", { origin: ORIGIN });
  const codes = root.ele("Codes");
  for (const one of content.framing) code(codes, FRAMING_GUIDS[one.id], one.name, FRAMING_HEX[one.id], describe(one));
  const used = content.sets.filter((set) => usableLabels(set).length > 0);
  for (const set of used) below(codes, set, null);
  const sets = root.ele("Sets");
  members(sets, FRAMING_SET_GUID, "Framing", "", content.framing.map((one) => FRAMING_GUIDS[one.id]));
  for (const set of used) members(sets, set.id, set.name, isEmptyText(set.description) ? "" : plainText(set.description), usableLabels(set).map((label) => label.id));
  return root.doc().end({ prettyPrint: true, indent: "  ", newline: "\n" });
}

function code(at: XMLBuilder, guid: string, name: string, color: string, description: string): XMLBuilder {
  const element = at.ele("Code", { guid, name: xml(name), isCodable: "true", color });
  if (description !== "") element.ele("Description").txt(xml(description));
  return element;
}

/** The nearest label above that is in use; what stands below one out of use moves up. */
function above(set: LabelSet, label: Label): string | null {
  const parent = set.labels.find((one) => one.id === label.parentId);
  if (!parent) return null;
  return isUsable(parent) ? parent.id : above(set, parent);
}

function below(at: XMLBuilder, set: LabelSet, parentId: string | null): void {
  for (const label of usableLabels(set)) if (above(set, label) === parentId) below(code(at, label.id, label.name, HEX[label.colour], describe(label)), set, label.id);
}

function members(at: XMLBuilder, guid: string, name: string, description: string, ids: readonly string[]): void {
  const element = at.ele("Set", { guid, name: xml(name) });
  if (description !== "") element.ele("Description").txt(xml(description));
  for (const id of ids) element.ele("MemberCode", { guid: id });
}
