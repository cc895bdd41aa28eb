import type { Mapping } from "../formats/record";

/** The columns of a table in one text, whatever their order; the memory of mappings is kept under its digest. */
export const columnsText = (columns: readonly string[]): string => JSON.stringify([...columns].sort());

/** Whether a table of these columns has every column that a mapping names. */
export const fits = (mapping: Mapping, columns: readonly string[]): boolean => Object.values(mapping).every((column) => column === null || column === undefined || columns.includes(column));
