import type { ImportRow, RowFields } from "./import-types";
import { changeRow, listRows } from "./imports-api";

/** So many records are changed at the same time. */
const AT_ONCE = 4;

/** Says of all records that will be added what one of them says; what that one does not know changes nothing. The other corrections stay. Throws `ApiProblem`. */
export async function shareFields(projectId: string, importId: string, from: number, { outletName, publisherName, genre, language }: RowFields): Promise<void> {
  const fields = Object.fromEntries(Object.entries({ outletName, publisherName, genre, language }).filter(([, value]) => value !== null)) as Partial<RowFields>;
  if (Object.keys(fields).length === 0) return;
  const waiting: ImportRow[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page = await listRows(projectId, importId, null, after < 0 ? null : after);
    waiting.push(...page.items.filter((row) => row.ordinal !== from && ["new", "copy", "look"].includes(row.state)));
    after = page.next;
  }
  const work = async (): Promise<void> => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await changeRow(projectId, importId, row.ordinal, { version: row.version, fields });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
