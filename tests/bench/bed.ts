import type { Client } from "./http";
import type { Program } from "./programs";
import type { World } from "./world";

/** Everything that stands ready when the measurements begin. */
export interface Bed {
  readonly databaseUrl: string;
  readonly world: World;
  readonly server: Program;
  readonly worker: Program;
  readonly toy: Program;
  /** A client of our server, signed in as the annotator. */
  readonly ours: Client;
  /** A client of the empty application. */
  readonly empty: Client;
}

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly reference: string;
  readonly ours: string;
  /** What is held against the goal: a ratio, or a time where the goal is one. */
  readonly value: number;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number } | { readonly atLeast: number; readonly atMost: number };
  readonly unit: "×" | "ms" | "kB" | "MiB" | "%";
  /** How far the first and last reference were apart, as a share. */
  readonly drift?: number;
}

/** Whether the goal is met. */
export const isMet = ({ value, goal }: Line): boolean => (!("atMost" in goal) || value <= goal.atMost) && (!("atLeast" in goal) || value >= goal.atLeast);
