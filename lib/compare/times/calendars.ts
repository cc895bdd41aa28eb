import type { Calendar } from "./calendar";
import { ENGLISH } from "./english";
import { FRENCH } from "./french";
import { GERMAN } from "./german";

const CALENDARS: Readonly<Record<string, Calendar>> = { en: ENGLISH, de: GERMAN, fr: FRENCH };

/** How times are written in a language (BCP 47 tag); English where it is unknown or not among ours. */
export const calendarOf = (language: string | null): Calendar => CALENDARS[(language ?? "en").split("-")[0]?.toLowerCase() ?? "en"] ?? ENGLISH;
