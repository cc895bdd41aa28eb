import { isCommonPassword } from "./common-passwords";
import { foldLogin } from "./login";

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 256;

/** Words of the person that a passphrase must not hold. */
export type Owner = { readonly login?: string | null | undefined; readonly email?: string | null | undefined };

/** What is wrong with a new passphrase, as a sentence; null when nothing is. Any characters count; nothing is cut or changed. */
export function passwordFault(password: string, owner: Owner = {}): string | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters; four words are a good passphrase.`;
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  const text = password.toLowerCase();
  if (text.includes("slantwise")) return "Leave the name of this program out of it.";
  const names = [owner.login, owner.email?.split("@")[0]].flatMap((name) => (name ? [foldLogin(name)] : []));
  if (names.some((name) => name.length >= 3 && text.includes(name))) return "Leave your sign-in name out of it.";
  if (isCommonPassword(password)) return "That is one of the passphrases that people try first. Take another one; four words are fine.";
  return null;
}
