/**
 * The Content-Disposition of a download after RFC 6266: a plain ASCII name for old programs and, behind it, the
 * name with the project's own letters.
 * @param ending what the file holds and its extension: "spans.csv"
 */
export function attachment(projectName: string, ending: string): string {
  const name = `${slug(projectName, /[^\p{L}\p{N}]+/gu)}-${ending}`;
  const ascii = `${slug(projectName.normalize("NFD").replace(/\p{M}/gu, ""), /[^A-Za-z0-9]+/gu)}-${ending}`;
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

function slug(text: string, gaps: RegExp): string {
  const words = [...text.replace(gaps, "-").replace(/^-+|-+$/gu, "")].slice(0, 60).join("").replace(/-+$/u, "");
  return words === "" ? "project" : words;
}
