import type { Kept } from "@/scripts/launch/supervise";

const CHILDREN_MS = 2000;

/** Stops what was started, once, whatever the cause: server and worker first, then the database. */
export interface Stops {
  /** Something that uses the database. */
  first(kept: Kept): void;
  /** The database. */
  last(kept: Kept): void;
  /** What is done when everything has stopped. */
  afterwards(work: () => void): void;
  /** Stops everything and ends this process. */
  all(sentence: string | undefined, code: number): Promise<void>;
  /** Stops on Ctrl-C, SIGTERM, SIGHUP, and when the process that started us is gone. */
  listen(): void;
}

/** An empty list of things to stop. */
export function stopsInOrder(): Stops {
  const first: Kept[] = [];
  const last: Kept[] = [];
  const after: (() => void)[] = [];
  let begun: number | undefined;

  const all = async (sentence: string | undefined, code: number): Promise<void> => {
    if (begun !== undefined) return;
    begun = Date.now();
    if (sentence !== undefined) (code === 0 ? console.log : console.error)(sentence);
    await Promise.allSettled(first.map((kept) => kept.stop(CHILDREN_MS)));
    await Promise.allSettled(last.map((kept) => kept.stop(CHILDREN_MS)));
    for (const work of after) work();
    process.exit(code);
  };

  const asked = () => {
    if (begun === undefined) void all("\nStopping …", 0);
    // The same Ctrl-C may arrive twice, by the terminal and by our parent.
    else if (Date.now() - begun > 700) for (const kept of first) kept.kill();
  };

  return {
    // What is started while we are stopping must not stay.
    first: (kept) => void (begun === undefined ? first.push(kept) : kept.kill()),
    last: (kept) => void (begun === undefined ? last.push(kept) : kept.stop(CHILDREN_MS)),
    afterwards: (work) => void after.push(work),
    all,
    listen: () => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, asked);
      process.once("disconnect", () => void all(undefined, 1));
      process.channel?.unref();
    },
  };
}
