import "server-only";
import pino from "pino";
import { env } from "./env";

/** JSON lines on standard output. Never given passwords, tokens, quotes or notes. */
export const log = pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
