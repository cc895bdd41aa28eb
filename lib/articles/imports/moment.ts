import { isDay } from "../provenance";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/iu;
const MAIL = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d\d:\d\d(?::\d\d)?)\s*(Z|UTC|GMT|[+-]\d{4})(?:\s*\([^()]*\))?$/iu;

/**
 * A moment as archives (ISO 8601) and saved pages (RFC 5322) write it, as ISO 8601 in UTC; a day alone is its midnight and
 * what names no zone is taken for UTC. Null for anything else, for days that no calendar has, and before 1990 or after 2200.
 */
export function moment(text: string | null | undefined): string | null {
  const stated = (text ?? "").slice(0, 100).trim();
  const iso = ISO.exec(stated);
  const mail = iso === null ? MAIL.exec(stated) : null;
  const month = MONTHS.indexOf((mail?.[2] ?? "").toLowerCase()) + 1;
  const day = iso?.[1] ?? (mail && month > 0 ? `${mail[3]}-${String(month).padStart(2, "0")}-${(mail[1] ?? "").padStart(2, "0")}` : "");
  if (!isDay(day)) return null;
  const zone = (iso?.[3] ?? mail?.[5] ?? "Z").toUpperCase().replace(/^(?:UTC|GMT)$/u, "Z").replace(/^([+-]\d\d):?(\d\d)$/u, "$1:$2");
  const date = new Date(`${day}T${iso?.[2] ?? mail?.[4] ?? "00:00"}${zone}`);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 || date.getUTCFullYear() > 2200 ? null : date.toISOString();
}
