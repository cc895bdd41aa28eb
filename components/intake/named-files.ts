/** A file or what was pasted, with the name that it is known by; `url` is where it was captured from. */
export type NamedFile = { readonly name: string; readonly file: Blob; readonly url?: string | undefined };

type Entry = FileSystemEntry | null;

/** Files that were chosen, by their path inside a folder where one was chosen. */
export const chosenFiles = (files: Iterable<File>): NamedFile[] => [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/**
 * The files that were dropped, those inside of dropped folders too. To be called while the event is handled: the
 * entries are gone afterwards. A file that cannot be opened comes as it is, so that its sending says so.
 */
export function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const found: { entry: Entry; file: File | null }[] = [...data.items].filter(({ kind }) => kind === "file").map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  if (found.length === 0) return Promise.resolve(chosenFiles(data.files));
  return Promise.all(found.map(({ entry, file }) => (entry?.isDirectory ? inside(entry as FileSystemDirectoryEntry) : file ? [{ name: file.name, file }] : []))).then((lists) => lists.flat());
}

async function inside(folder: FileSystemDirectoryEntry): Promise<NamedFile[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A folder is read in portions until one comes empty.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) break;
    entries.push(...portion);
  }
  const lists: NamedFile[][] = [];
  for (const entry of entries) {
    if (entry.isDirectory) lists.push(await inside(entry as FileSystemDirectoryEntry));
    else lists.push([{ name: entry.fullPath.replace(/^\//u, ""), file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) }]);
  }
  return lists.flat();
}

/** Whether a file belongs to the machine and not to its person: `.DS_Store`, what lies in `__MACOSX`. */
export const isHidden = ({ name }: NamedFile): boolean => name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db");
