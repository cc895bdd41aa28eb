/** What a page under measurement can be asked; it stands on `window.bench`. */
export interface Bench {
  /** Ids of the spans of which something lies in the window. */
  visible(): string[];
  /** Opens the article. Milliseconds until the frame after the marks named were drawn, and until all marks exist. */
  open(awaited: readonly string[]): Promise<{ painted: number; all: number }>;
  /** Adds one more span in the window. Milliseconds until the frame after it was drawn. */
  add(): Promise<number>;
}

/** Resolves after the frame in which what is there now is painted. */
export function nextPaint(): Promise<number> {
  return new Promise((resolve) => {
    // A message that is posted inside a frame arrives after that frame was painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

/** Looks before every frame until something holds; milliseconds of the frame that then was painted. */
export function paintedWhen(holds: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}
