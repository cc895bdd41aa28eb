import { MASK } from "@/lib/articles/source-mask";

/** The longest name of a speaker, in code points. */
export const MAX_SPEAKER = 200;

/**
 * A speaker's name in its one form: composed (NFC), spaces as single ones, none at the ends. The form is the key as
 * well: were "POPE" shown as the "Pope" that a peer typed first, one annotator's spelling would tell of another's.
 */
export const speakerName = (name: string): string => name.normalize("NFC").replace(/\s+/gu, " ").trim();

/** True for a name that can be kept: not empty, not too long, with nothing hidden in it. */
export const isSpeakerName = (name: string): boolean => speakerName(name) !== "" && [...name].length <= MAX_SPEAKER && !name.includes(MASK);

/** Only words that somebody else says have a speaker. */
export const mayHaveSpeaker = (voice: string | null | undefined): boolean => voice === "quoted" || voice === "embedded";
