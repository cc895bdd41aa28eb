import type { Affected } from "@/lib/codebook/server/affected";
import type { Listed, Version } from "@/lib/codebook/server/versions";
import type { AffectedMark } from "./affected/types";
import type { ShownVersion, VersionLine } from "./types";

const iso = (at: string | Date | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What a page hands to the browser of a version, of a line of the history, and of a mark to look at again. */
export const shownVersion = ({ id, number, content, publishedAt, note, changes }: Version): ShownVersion => ({ id, number, content, publishedAt: iso(publishedAt), note, changes });
export const versionLine = ({ id, number, publishedAt, publishedBy, note, changes }: Listed): VersionLine => ({ id, number, publishedAt: iso(publishedAt), publishedBy, note, changes });
export const affectedMark = ({ settledAt, ...mark }: Affected): AffectedMark => ({ ...mark, settledAt: iso(settledAt) });
