import "server-only";
import { createTransport } from "nodemailer";
import { AppError } from "@/lib/kernel/errors";
import { env } from "./env";
import { log } from "./log";

/** A letter: one recipient, a subject line and plain text. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Whether this installation can send mail at all. */
export const mailAvailable = (): boolean => Boolean(env().SMTP_URL);

const singleLine = (text: string): string => text.replace(/[\r\n]+/g, " ").slice(0, 200);

/** Sends a letter now; throws `unavailable` without a mail server or when it refuses. */
export async function sendMail(letter: Letter): Promise<void> {
  const url = env().SMTP_URL;
  if (!url) throw new AppError("unavailable", "This installation sends no mail. Whoever runs it can set SMTP_URL.");
  const transport = createTransport(url, { from: env().MAIL_FROM });
  try {
    await transport.sendMail({ to: { name: "", address: letter.to }, subject: singleLine(letter.subject), text: letter.text });
  } catch (error) {
    log.warn({ err: (error as Error).message.slice(0, 300) }, "mail not sent");
    throw new AppError("unavailable", "The mail server did not take the letter. Try again later.");
  } finally {
    transport.close();
  }
}

/** Sends a letter without making the answer wait, so that its time does not tell whether an address is known. */
export function postMail(letter: Letter): void {
  void sendMail(letter).catch(() => undefined);
}
