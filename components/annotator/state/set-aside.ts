import type { WriteRequest } from "../api";
import type { AsideData } from "../types";
import type { SessionPorts } from "./saving";

/** What a person asks of the article as a whole: to leave it for later, to have it looked at, or to take either back. */
export type AsideWish = { readonly do: "skip"; readonly reason: string } | { readonly do: "takeUp" } | { readonly do: "flag"; readonly note: string } | { readonly do: "unflag" };

/** How the article stands aside now and what comes next, or why nothing was changed. */
export type AsideAnswer = (AsideData & { readonly nextId: string | null }) | { readonly sentence: string };

function requestOf(assignment: string, wish: AsideWish): WriteRequest {
  if (wish.do === "skip") return { method: "POST", path: `${assignment}/skip`, body: { reason: wish.reason } };
  if (wish.do === "flag") return { method: "PUT", path: `${assignment}/flag`, body: { note: wish.note } };
  return { method: "DELETE", path: `${assignment}/${wish.do === "takeUp" ? "skip" : "flag"}`, body: {} };
}

/** Sends a wish at once: whoever skips wants to go on, and must know whether they can. */
export async function sendAside(assignment: string, wish: AsideWish, ports: Pick<SessionPorts, "newId" | "send">): Promise<AsideAnswer> {
  const outcome = await ports.send(requestOf(assignment, wish), ports.newId());
  return outcome.kind === "done" ? (outcome.body as AsideAnswer) : { sentence: outcome.sentence };
}
