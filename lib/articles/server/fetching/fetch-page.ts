import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import type { Trouble } from "@/lib/articles/formats/trouble";
import { err, ok, type Result } from "@/lib/kernel/result";
import { usualMeans, type FetchMeans } from "./means";
import { ask, checkedAddress, publicAgent } from "./request-page";

/** A page as it came, and the address at which redirects ended. */
export type Fetched = { readonly bytes: Uint8Array; readonly mediaType: string | null; readonly finalUrl: string };

/**
 * Fetches one page. Off unless the operator set SLANTWISE_FETCH=1. http and https, ports 80 and 443, public addresses
 * only (checked at the moment of connecting, for every redirect anew), at most 3 redirects, 10 seconds and 5 MB in all,
 * no cookies. What is not fetched is refused with a sentence; it never throws for what a site does.
 */
export async function fetchPage(actor: Actor, address: string, means: FetchMeans = usualMeans()): Promise<Result<Fetched, Trouble>> {
  if (!means.on) return err({ code: "fetch_off", message: "This server does not fetch pages. Its operator can allow it." });
  const agent = publicAgent(means);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), means.milliseconds);
  try {
    let url = checkedAddress(address, means);
    for (let hops = 0; url.ok; hops++) {
      const answer = await ask(actor, url.value, agent, means, deadline.signal);
      if (!answer.ok) return answer;
      if ("bytes" in answer.value) return ok({ ...answer.value, finalUrl: url.value.href });
      if (hops === means.redirects) return err({ code: "too_many_redirects", message: `The address leads on more than ${means.redirects} times.` });
      const { moved } = answer.value;
      url = URL.canParse(moved, url.value.href) ? checkedAddress(new URL(moved, url.value.href).href, means) : checkedAddress(moved, means);
    }
    return url;
  } finally {
    clearTimeout(timer);
    await agent.destroy();
  }
}
