/** The reminder that a class was to be kept until a day. */
export const lessonRemind = {
  about: "Keeping this class",
  near: "{n, plural, =0 {You keep this class until today.} one {You keep this class for # more day.} other {You keep this class for # more days.}} Nothing is erased by itself.",
  past: "{n, plural, one {# day ago} other {# days ago}} you wanted to stop keeping this class. Nothing is erased by itself.",
  open: "Decide what becomes of it",
} as const;
