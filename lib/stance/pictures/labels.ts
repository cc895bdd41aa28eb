import type { CodebookContent } from "@/lib/codebook/content";
import { resolveLabel } from "@/lib/codebook/lineage";
import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Observation } from "../sums";
import { byName, type LeftOut, type Named, type Picture } from "./picture";
import { byGroup, grouped, meanOfWorks, type PictureMean, SHARE_SCALE, workValues } from "./work-values";

/** How many of a coder's counted marks of one article carry a label; `labelId` may be a device. */
export type Carried = Pick<Observation, "articleId" | "coderId"> & { readonly labelId: string; readonly marks: number };

/** A set of labels, or the built-in question for the device, whose id is "device" and whose name is null. */
export type LabelColumns = { readonly id: string; readonly name: string | null; readonly labels: readonly { readonly id: string; readonly name: string | null }[] };
/** Share of an outlet's works that carry a label: `share.mean` is null below three works, `share.points` has each work's. */
export type LabelCell = { readonly labelId: string; readonly outletId: string; readonly value: number; readonly share: PictureMean; readonly marks: number };
export type LabelsPicture = LeftOut & { readonly outlets: readonly (Named & { readonly works: number })[]; readonly sets: readonly LabelColumns[]; readonly cells: readonly LabelCell[] };

/** The id under which the built-in question for the device stands. */
export const DEVICE = "device";

/**
 * Outlets against labels: the share of works (of those that address the target) whose marks carry a label. A coder who
 * gave an article's marks the label counts 1, one who did not 0; an article is the mean over its coders, a work over its
 * copies, so that a share does not grow with the number of coders. Merged labels count where they were merged into,
 * under the newest name; labels that nothing carries are left out, as are article questions.
 */
export function labelsPicture(observations: readonly Observation[], carried: readonly Carried[], content: CodebookContent, outlets: readonly Named[]): Picture<LabelsPicture> {
  const { groups, unknownWorks } = byGroup(observations);
  const shown = byName(outlets.filter(({ id }) => groups.has(id)));
  if (shown.length === 0) return undefinedFor(unknownWorks > 0 ? "unknown_outlets" : "no_works");
  const marks = new Map<string, number>();
  for (const one of carried) {
    const key = keyOf(resolveLabel(content, one.labelId), one);
    marks.set(key, (marks.get(key) ?? 0) + one.marks);
  }
  const used = new Set([...marks.keys()].map((key) => key.slice(0, key.indexOf(" "))));
  const sets = columnsOf(content, used);
  if (sets.length === 0) return undefinedFor("no_labels");
  const cells = sets.flatMap((set) => set.labels.flatMap((label) => shown.map((outlet) => cellOf(label.id, outlet.id, groups.get(outlet.id) ?? [], marks))));
  return defined({ outlets: shown.map((outlet) => ({ ...outlet, works: new Set((groups.get(outlet.id) ?? []).map((one) => one.workId)).size })), sets, cells, unknownWorks });
}

const keyOf = (labelId: string, one: Pick<Observation, "articleId" | "coderId">): string => `${labelId} ${one.articleId} ${one.coderId}`;

function columnsOf(content: CodebookContent, used: ReadonlySet<string>): LabelColumns[] {
  const devices = ["words", "facts"].filter((id) => used.has(id)).map((id) => ({ id, name: null }));
  const sets = content.sets.filter((set) => set.level === "span").map((set) => ({ id: set.id, name: set.name, labels: set.labels.filter((label) => used.has(label.id)).map(({ id, name }) => ({ id, name })) }));
  return [...(devices.length === 0 ? [] : [{ id: DEVICE, name: null, labels: devices }]), ...sets].filter((set) => set.labels.length > 0);
}

function cellOf(labelId: string, outletId: string, observations: readonly Observation[], marks: ReadonlyMap<string, number>): LabelCell {
  const carries = observations.map((one) => ({ ...one, value: marks.has(keyOf(labelId, one)) ? 1 : 0 }));
  const works = workValues(carries);
  const coders = grouped(carries, (one) => keyOf(labelId, one));
  return {
    labelId, outletId, share: meanOfWorks(works, SHARE_SCALE), marks: [...coders.keys()].reduce((sum, key) => sum + (marks.get(key) ?? 0), 0),
    value: works.reduce((sum, work) => sum + work.value, 0) / works.length,
  };
}
