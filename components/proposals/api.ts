import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { proposals } from "@/lib/api/proposals";
import type { ProposalPlace } from "@/lib/codebook/proposal";
import type { Translator } from "@/components/words/words";

/** The typed client of proposed changes of the codebook. */
export const proposalsApi = hc<typeof proposals>(API, clientOptions).projects[":projectId"].codebook.proposals;

/** A proposal as the API tells it. */
export type ProposalLine = InferResponseType<(typeof proposalsApi)["$get"]>["items"][number];

/** What a place of the codebook is called; `undefined` stands for one that is gone. */
export function placeWords(place: ProposalPlace | undefined, t: Translator<"proposals">): string {
  return t(`places.${place?.kind ?? "gone"}`, { name: place?.name || t("untitled") });
}
