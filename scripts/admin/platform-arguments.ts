/** What follows `lti-platform`: what to do, with which one (`id`, "" for none), and its particulars by name. */
export interface PlatformWords {
  readonly act: "add" | "list" | "disable" | "enable";
  readonly id: string;
  readonly given: Readonly<Record<string, string>>;
}

const ACTS = ["add", "list", "disable", "enable"] as const;

/** Reads `add --name=Course …`, also as `--name Course`; undefined for what is not one of the four. */
export function readPlatformWords(args: readonly string[]): PlatformWords | undefined {
  const act = ACTS.find((one) => one === args[0]);
  if (act === undefined) return undefined;
  const given: Record<string, string> = {};
  let id = "";
  for (let at = 1; at < args.length; at++) {
    const word = args[at] ?? "";
    const [, name, value] = /^--([a-z]+)(?:=(.*))?$/su.exec(word) ?? [];
    if (name === undefined) id = word;
    else given[name] = value ?? args[++at] ?? "";
  }
  return { act, id, given };
}
