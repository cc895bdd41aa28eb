/** Reads CSV after RFC 4180, as a program that shares no code with ours would: records of cells, without the final line break. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let [record, cell, quoted, at]: [string[], string, boolean, number] = [[], "", false, 0];
  while (at < text.length) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === ",") [record, cell] = [[...record, cell], ""];
    else if (char === "\r" && text[at + 1] === "\n") {
      records.push([...record, cell]);
      [record, cell, at] = [[], "", at + 1];
    } else cell += char;
    at += 1;
  }
  return records;
}
