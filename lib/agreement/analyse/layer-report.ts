import type { Report } from "../report";

/** The part of a report that depends on which layer is looked at; `continua` are the texts or items that it has. */
export type LayerReport = Pick<Report, "headline" | "perLabel" | "perTarget" | "others" | "pairs" | "confusion" | "weeks" | "costly" | "selfOverlaps"> & { readonly continua: number };
