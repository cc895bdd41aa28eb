// The same server program as ours, in the folder of the empty application.
process.chdir(process.env["TOY_FOLDER"] ?? "");
await import("@/scripts/serve");

export {};
