import type { Words } from "../words";

/** Die vier Wörter, mit denen jemand zurückkommt. */
export const phrase = {
  of: "{name} kommt zurück mit",
  once: "Diese vier Wörter stehen für ein Passwort. Sie werden nur dieses eine Mal gezeigt.",
  copy: "Die Wörter kopieren",
  print: "Drucken",
} as const satisfies Words["phrase"];
