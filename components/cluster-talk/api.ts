import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { clusterTalk } from "@/lib/api/cluster-threads";

const project = hc<typeof clusterTalk>(API, clientOptions).projects[":projectId"];

/** The typed client of discussions on clusters, of questions to annotators, and of mentions. */
export const talkApi = project.articles[":articleId"];
export const mentionsApi = project.mentions;

/** As the API tells them. */
export type Talk = InferResponseType<(typeof talkApi)["threads"]["$get"]>;
export type TalkThread = Talk["items"][number];
export type AskedLine = InferResponseType<(typeof talkApi)["questions"]["$get"]>["items"][number];
export type Mentions = InferResponseType<(typeof mentionsApi)["$get"]>;
