/** What of somebody's work is in this browser only; on every page of a project. */
export const unsent = {
  title: "Not saved yet",
  notTaken: "{n, plural, one {# change was} other {# changes were}} not taken",
  toChoose: "{n, plural, one {# change waits} other {# changes wait}} for you to choose",
  look: "Look at them",
  waits: "{why, select, signedOut {Signed out} somebodyElse {Somebody else is signed in} other {Offline}}, {n, plural, one {# change waits} other {# changes wait}} {safe, select, yes {on this device} other {in this tab. Keep it open}}",
  dialog: {
    title: "Not saved on the server",
    copyAll: "Copy all as text",
    sub: "These changes are in this browser only. They stay until they are saved, or until you discard them.",
    open: "Open the article",
    copy: "Copy as text",
    discard: "Discard…",
    confirm: "Yes, discard {n, plural, one {it} other {#}}",
    waits: "Waits for the server",
    conflict: "Changed elsewhere: open the article to choose",
  },
  was: {
    noteGone: "A note was taken away",
    judgementGone: "A judgement was taken back",
    judgement: "A judgement: {value}",
    judgementNoted: "A judgement: {value}. {note}",
    answer: "An answer about the article",
    deleted: "Deleted: {words}",
    markDeleted: "A mark was deleted",
    markChanged: "A mark was changed",
  },
} as const;
