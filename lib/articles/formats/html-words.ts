/** HTML without its tags, each a space; only to see whether there are words, and how many. One pass, whatever stands there. */
export function withoutTags(html: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    const close = open === -1 ? -1 : html.indexOf(">", open);
    pieces.push(html.slice(at, close === -1 ? html.length : open));
    if (close === -1) break;
    at = close + 1;
  }
  return pieces.join(" ");
}
