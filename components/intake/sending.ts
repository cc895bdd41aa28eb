import { ApiProblem, type Problem } from "@/components/api/client";
import { unanswered } from "@/components/words/unanswered";
import { putChunk, readAgain, getImport } from "./imports-api";

/** Bytes in a chunk; all but the last of a file have exactly this many. */
const CHUNK = 4 * 1024 * 1024;
/** How long to wait after a lost answer, in milliseconds; the last one again and again. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** A file on its way: `received` counts the bytes that have arrived. */
export type Outgoing = { readonly id: string; readonly name: string; readonly file: Blob; readonly received: number };
/** How a sending stands: `waiting` tries again by itself, `stopped` has met a refusal. */
export type SendingState = { readonly state: "sending" | "waiting" | "stopped" | "sent"; readonly sent: number; readonly total: number; readonly current: string; readonly done: number; readonly files: number; readonly problem: Problem | null };

type Listener = () => void;

/** The files of one import on their way to the server, one after another; it goes on while other pages of the program are shown. */
export class Sending {
  #state: SendingState;
  readonly #listeners = new Set<Listener>();
  #wake: (() => void) | null = null;

  constructor(private readonly projectId: string, private readonly importId: string, private readonly files: readonly Outgoing[]) {
    this.#state = { state: "sending", sent: files.reduce((sum, one) => sum + one.received, 0), total: files.reduce((sum, one) => sum + one.file.size, 0), current: files[0]?.name ?? "", done: 0, files: files.length, problem: null };
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SendingState => this.#state;

  /** Tries at once instead of waiting. */
  readonly hurry = (): void => this.#wake?.();

  /** Sends what is missing and has it read. Ends when all has arrived, or with a refusal that trying again does not change. */
  async run(): Promise<void> {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", this.hurry);
    try {
      for (const one of this.files) {
        this.#set({ current: one.name });
        await this.#sendFile(one);
        this.#set({ done: this.#state.done + 1 });
      }
      await this.#again(async () => {
        const { version, state } = await getImport(this.projectId, this.importId);
        if (state === "receiving") await readAgain(this.projectId, this.importId, { version });
      });
      this.#set({ state: "sent" });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.#set({ state: "stopped", problem: error.problem });
    } finally {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", this.hurry);
    }
  }

  async #sendFile(one: Outgoing): Promise<void> {
    for (let at = Math.floor(one.received / CHUNK) * CHUNK; at < one.file.size; at += CHUNK) {
      const end = Math.min(at + CHUNK, one.file.size);
      const bytes = await one.file.slice(at, end).arrayBuffer().catch(() => {
        throw new ApiProblem({ status: 0, code: "file_gone", ...unanswered("unusable"), requestId: null });
      });
      await this.#again(() => putChunk(this.projectId, this.importId, one.id, at / CHUNK, bytes));
      this.#set({ sent: this.#state.sent + end - Math.max(at, one.received) });
    }
  }

  /** Tries until there is an answer; refusals are thrown on. */
  async #again(send: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await send();
        this.#set({ state: "sending", problem: null });
        return;
      } catch (error) {
        if (!(error instanceof ApiProblem) || isFinal(error.problem)) throw error;
        this.#set({ state: "waiting", problem: error.problem });
        await this.#pause(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0);
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(change: Partial<SendingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A refusal that the same request meets again. */
const isFinal = ({ status }: Problem): boolean => status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);

const sendings = new Map<string, Sending>();

/** Begins to send the files of an import, in the background. */
export function startSending(projectId: string, importId: string, files: readonly Outgoing[]): void {
  const sending = new Sending(projectId, importId, files);
  sendings.set(importId, sending);
  void sending.run();
}

/** The sending of an import that this window has begun. */
export const sendingOf = (importId: string): Sending | undefined => sendings.get(importId);
