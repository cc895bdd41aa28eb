/** The address behind what somebody typed ("example.org/a" → "https://example.org/a"); null unless it leads to http or https. */
export function safeLink(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/u.test(text)) return null;
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : /^[^/\\]+\.[^/\\]+/u.test(text) ? `https://${text}` : null;
  if (address === null || !/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null;
  return address;
}
