/** Something that runs until it is stopped or dies. */
export interface Running {
  readonly ended: Promise<string>;
  stop(ms: number): Promise<void>;
  kill(): void;
}

/** Keeps something running: starts it again when it dies, and gives up after five deaths within a minute. */
export interface Kept {
  stop(ms: number): Promise<void>;
  kill(): void;
}

const MOST_DEATHS = 5;

/** Watches `first`; `again` starts the next one. `lost` is called once, when giving up. */
export function keepRunning(options: {
  name: string;
  first: Running;
  again: () => Promise<Running>;
  lost: (reason: string) => void;
}): Kept {
  let current = options.first;
  let stopping = false;
  let deaths: number[] = [];

  const watch = async (): Promise<void> => {
    for (;;) {
      const reason = await current.ended;
      if (stopping) return;
      deaths = [...deaths.filter((at) => Date.now() - at < 60_000), Date.now()];
      if (deaths.length > MOST_DEATHS) return options.lost(`${options.name} keeps ending (${reason})`);
      console.error(`${options.name} ended (${reason}); starting it again.`);
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** deaths.length));
      if (stopping) return;
      try {
        current = await options.again();
      } catch (error) {
        return options.lost(`${options.name} cannot be started again: ${(error as Error).message}`);
      }
      if (stopping) return void current.stop(1000);
    }
  };
  void watch();

  return {
    stop: (ms) => {
      stopping = true;
      return current.stop(ms);
    },
    kill: () => {
      stopping = true;
      current.kill();
    },
  };
}
