/** The numbered lines of a start: "[3/8] Database … ready, port 54321". */
export interface Steps {
  /** Writes the beginning of the next line. */
  begin(name: string): void;
  /** Adds to the line and keeps it open. */
  note(text: string): void;
  /** Ends the line. */
  done(text: string): void;
  /** Ends an open line before something else is printed. */
  broken(): void;
}

/** Numbers the lines from `first` to `total`. */
export function numberedSteps(first: number, total: number): Steps {
  let place = first - 1;
  let open = false;
  return {
    begin(name) {
      place += 1;
      open = true;
      process.stdout.write(`[${place}/${total}] ${name} … `);
    },
    note(text) {
      process.stdout.write(`${text} … `);
    },
    done(text) {
      open = false;
      process.stdout.write(`${text}\n`);
    },
    broken() {
      if (open) process.stdout.write("failed\n");
      open = false;
    },
  };
}

/** Steps that say nothing, for commands that need a database for a moment. */
export const SILENT: Steps = { begin() {}, note() {}, done() {}, broken() {} };
