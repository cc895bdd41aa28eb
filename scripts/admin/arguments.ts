import { readPlatformWords, type PlatformWords } from "@/scripts/admin/platform-arguments";
import { Problem } from "@/scripts/problem";

/** What `npm run admin` can do; the value says whether it needs a name. */
const COMMANDS = {
  "list-users": false,
  "list-projects": false,
  "reset-password": true,
  disable: true,
  enable: true,
  erase: true,
  "purge-project": true,
  "purge-article": true,
  "setup-link": false,
  "lti-platform": true,
} as const;

export type Command = keyof typeof COMMANDS;

/** A command as typed: `name` is a person or an id, "" where none is needed. */
export interface Wish {
  readonly command: Command;
  readonly name: string;
  readonly notes: boolean;
  readonly force: boolean;
  /** Of `lti-platform`: which one, or what it is made of. */
  readonly platform?: PlatformWords;
}

export const USAGE = `npm run admin -- COMMAND

  list-users                     every account
  list-projects                  every project with its id
  reset-password LOGIN           a link, good once for 24 hours, to set a new passphrase
  disable LOGIN                  ends all sessions and refuses new ones
  enable LOGIN                   takes that back
  erase LOGIN [--notes]          erases a person; marks stay under "withdrawn", with --notes without their notes
  purge-project ID --yes         deletes a project with everything in it
  purge-article ID --yes         deletes an article with its text and marks
  setup-link                     a new link for the first account, good once for an hour
  lti-platform add --name=… --issuer=… --client=… --deployment=… --auth=… --token=… --jwks=…
                                 lets a learning platform (LTI 1.3) send people here; prints what to enter there
  lti-platform list              every platform, and what to enter there
  lti-platform disable ID        lets nobody in from it any more; enable ID takes that back

LOGIN is a sign-in name, an e-mail address or an id. Deleting asks for --yes; erase takes --force when a project
would be left without a coordinator.`;

/** Reads the words after `npm run admin --`; undefined when help is wanted. Throws a Problem for what is not known. */
export function parseArguments(args: readonly string[]): Wish | undefined {
  if (args[0] === "lti-platform" && !args.includes("--help")) {
    const platform = readPlatformWords(args.slice(1));
    if (platform === undefined) throw new Problem(`Say lti-platform add, list, disable or enable.\n\n${USAGE}`);
    return { command: "lti-platform", name: platform.act, notes: false, force: false, platform };
  }
  const flags = args.filter((arg) => arg.startsWith("--"));
  const [command, name = "", ...more] = args.filter((arg) => !arg.startsWith("--"));
  if (command === undefined || command === "help" || flags.includes("--help")) return undefined;
  if (!Object.hasOwn(COMMANDS, command)) throw new Problem(`There is no command "${command}".\n\n${USAGE}`);
  const known = command as Command;
  const wrong = flags.find((flag) => !["--yes", "--force", "--notes"].includes(flag)) ?? more[0];
  if (wrong !== undefined) throw new Problem(`"${wrong}" is not known here.\n\n${USAGE}`);
  if (COMMANDS[known] && name === "") throw new Problem(`Say whom or what: npm run admin -- ${known} NAME`);
  const deletes = known === "erase" || known.startsWith("purge-");
  if (deletes && !flags.includes("--yes")) {
    throw new Problem(`This cannot be undone; make a backup first (npm run backup). To go on: npm run admin -- ${args.join(" ")} --yes`);
  }
  return { command: known, name, notes: flags.includes("--notes"), force: flags.includes("--force") };
}
