import type { Actor } from "@/lib/accounts/server/actor";
import { toolAddresses } from "@/lib/lti/addresses";
import { addPlatform, disablePlatform, listPlatforms, type Platform } from "@/lib/lti/server/platforms";
import type { PlatformWords } from "@/scripts/admin/platform-arguments";

const line = (one: Platform): string => `${one.id}  ${one.name}  ${one.issuer}, client: ${one.clientId}, deployment: ${one.deploymentId}${one.disabled ? ", disabled" : ""}`;

function toEnter(base: string): string[] {
  const { login, launch, keys } = toolAddresses(base);
  return [
    "Enter at the platform:",
    `  login initiation URL   ${login}`,
    `  redirect URL           ${launch}`,
    `  tool and link URL      ${launch}`,
    `  deep linking URL       ${launch}`,
    `  public keys (JWKS)     ${keys}`,
  ];
}

/** Adds, lists, disables and enables platforms; answers with the lines to print. `base` is where people reach this machine. */
export async function platformCommand(actor: Actor, words: PlatformWords, base: string): Promise<string[]> {
  switch (words.act) {
    case "add":
      return [line(await addPlatform(actor, words.given)), ...toEnter(base)];
    case "list": {
      const platforms = await listPlatforms(actor);
      return [...(platforms.length === 0 ? ["There are no platforms yet."] : platforms.map(line)), ...toEnter(base)];
    }
    case "disable":
    case "enable":
      return [line(await disablePlatform(actor, words.id, words.act === "disable"))];
  }
}
