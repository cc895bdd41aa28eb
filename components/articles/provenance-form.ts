/** What the fields of an article's provenance hold while they are edited: text as typed, empty for unknown. */
export type ProvenanceFields = {
  outletName: string;
  publisherName: string;
  byline: string;
  url: string;
  publishedOn: string;
  genre: string;
  language: string;
  copyOf: { id: string; title: string } | null;
};

type Sent = { outletName: string | null; publisherName: string | null; byline: string | null; url: string | null; publishedOn: string | null; genre: string | null; language: string | null };

/** The fields as the API takes them: empty is unknown. */
export function sentProvenance(fields: ProvenanceFields): Sent {
  const value = (text: string): string | null => text.trim() || null;
  return {
    outletName: value(fields.outletName),
    publisherName: value(fields.publisherName),
    byline: value(fields.byline),
    url: value(fields.url),
    publishedOn: value(fields.publishedOn),
    genre: value(fields.genre),
    language: value(fields.language),
  };
}
