/** Whether keys go by the names of a Mac. */
export function onMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iP(?:hone|ad|od)/u.test(navigator.platform);
}
