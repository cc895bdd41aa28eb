// What begins the thread that computes figures: TypeScript is not known to a thread, whatever its process was started with.
import { register } from "tsx/esm/api";

register();
await import("./figures-thread.ts");
