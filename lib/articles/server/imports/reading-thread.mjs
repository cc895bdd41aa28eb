// What begins a reading thread: TypeScript is not known to a thread, whatever its process was started with.
import { register } from "tsx/esm/api";

register();
await import("./reading-thread.ts");
