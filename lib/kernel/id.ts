import { v7, validate } from "uuid";

/** A new UUIDv7: sortable by time, safe to make in the browser, tells nothing about how many exist. */
export const newId = (): string => v7();

/** Whether `value` is a UUID in its usual text form (any version). */
export const isId = (value: unknown): value is string => typeof value === "string" && validate(value);
