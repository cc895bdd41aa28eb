import { type Answer, BadInput, NotDefined } from "@/lib/agreement/measure/metric";
import { fieldsAt } from "@/lib/agreement/measure/read";
import { err, ok, type Result } from "@/lib/kernel/result";
import { METRICS } from "./metrics";

/** An answer as JSON: undefined values are null, and their reasons stand under `reasons` by the path to them (`k.7`). */
export type Printed = { readonly [key: string]: unknown };
/** Where in the file something cannot be used ("" for the file as a whole), and what. */
export type Refused = { readonly place: string; readonly message: string };

/**
 * Computes what a file asks for: `{ metric, params?, input }`, other keys are passed over. The forms of `input` and
 * the keys of the answer are in docs/statistics.md.
 */
export async function measure(asked: unknown): Promise<Result<Printed, Refused>> {
  try {
    const file = fieldsAt(asked, "");
    const name = file["metric"];
    if (typeof name !== "string" || !Object.hasOwn(METRICS, name)) return err({ place: "metric", message: unknownMetric(name) });
    const params = fieldsAt(file["params"] ?? {}, "params");
    const answer = await METRICS[name]?.(params, fieldsAt(file["input"], "input"));
    return ok(printed(answer as { readonly [key: string]: Answer }));
  } catch (error) {
    if (error instanceof BadInput) return err({ place: error.place, message: error.message });
    throw error;
  }
}

function unknownMetric(name: unknown): string {
  const known = Object.keys(METRICS).sort().join(", ");
  return name === undefined ? `is missing; known are ${known}` : `${JSON.stringify(name)} is not known; known are ${known}`;
}

function printed(answer: { readonly [key: string]: Answer }): Printed {
  const reasons: Record<string, string> = {};
  const plain = (part: Answer, path: string): unknown => {
    if (part instanceof NotDefined || (typeof part === "number" && !Number.isFinite(part))) {
      reasons[path] = part instanceof NotDefined ? part.reason : "beyond_numbers";
      return null;
    }
    const under = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
    if (Array.isArray(part)) return part.map((entry, i) => plain(entry as Answer, under(i)));
    if (typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, plain(entry as Answer, under(key))]));
  };
  const values = plain(answer, "") as Printed;
  return Object.keys(reasons).length === 0 ? values : { ...values, reasons };
}
