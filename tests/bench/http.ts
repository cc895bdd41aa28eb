import { Agent, request } from "node:http";

/** One answer, with the times since the request was sent, in milliseconds. */
export interface Timed {
  readonly status: number;
  readonly firstByte: number;
  readonly whole: number;
  readonly bytes: number;
}

/** A client of one server that keeps its connections open and counts its requests. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  requests = 0;

  constructor(
    readonly base: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Sends one request and reads the answer to its end; throws unless the status is 2xx. */
  send(path: string, options: { method?: string; body?: object; headers?: Record<string, string> } = {}): Promise<Timed> {
    this.requests += 1;
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    const headers = { ...this.headers, ...options.headers, ...(body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }) };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = request(`${this.base}${path}`, { agent: this.#agent, method: options.method ?? "GET", headers }, (answer) => {
        let firstByte = 0;
        let bytes = 0;
        let shown = "";
        const status = answer.statusCode ?? 0;
        answer.on("data", (chunk: Buffer) => {
          if (bytes === 0) firstByte = performance.now() - begun;
          bytes += chunk.length;
          if (status >= 300) shown += chunk.toString();
        });
        answer.on("end", () => {
          if (status >= 300) reject(new Error(`${options.method ?? "GET"} ${path}: ${status} ${shown.slice(0, 500)}`));
          else resolve({ status, firstByte, whole: performance.now() - begun, bytes });
        });
        answer.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  /** Whole answers per second over `ms` milliseconds with `lanes` requests under way at any time. */
  async perSecond(path: string, ms: number, lanes = 4): Promise<number> {
    const begun = performance.now();
    let done = 0;
    const lane = async () => {
      while (performance.now() - begun < ms) {
        await this.send(path);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return (done * 1000) / (performance.now() - begun);
  }

  close(): void {
    this.#agent.destroy();
  }
}
