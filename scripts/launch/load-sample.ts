// Run by the launcher in a process of its own, with the environment of the server.
import { loadSample } from "@/prisma/seed/load-sample";

await loadSample();
process.exit(0);
