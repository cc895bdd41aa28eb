import { CLUSTER_STATES, type ClusterState } from "@/lib/adjudication/cluster";
import { isId } from "@/lib/kernel/id";

export const QUEUE_SORTS = ["disagreement", "age"] as const;
export const QUEUE_STATUSES = ["open", "reopened", "settled", "all"] as const;

/** What of the articles to settle is shown; it stands in the address, so that a list can be linked to. */
export type QueueQuery = {
  readonly sort: (typeof QUEUE_SORTS)[number];
  readonly status: (typeof QUEUE_STATUSES)[number];
  readonly target?: string | undefined;
  readonly pair?: readonly [string, string] | undefined;
  readonly label?: string | undefined;
  readonly state?: ClusterState | undefined;
  readonly gap?: boolean | undefined;
  readonly mine?: boolean | undefined;
  readonly cursor?: string | undefined;
};

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The query out of an address. What is not one of ours is left out. */
export function readQueueQuery(asked: Asked): QueueQuery {
  const word = (name: string): string | undefined => (typeof asked[name] === "string" ? asked[name] : undefined);
  const id = (name: string): string | undefined => (isId(word(name) ?? "") ? word(name) : undefined);
  const [one = "", other = ""] = (word("pair") ?? "").split("~");
  return {
    sort: QUEUE_SORTS.find((sort) => sort === word("sort")) ?? "disagreement",
    status: QUEUE_STATUSES.find((status) => status === word("status")) ?? "open",
    target: id("target"),
    pair: isId(one) && isId(other) ? [one, other] : undefined,
    label: id("label"),
    state: CLUSTER_STATES.find((state) => state === word("state")),
    gap: word("gap") === "1" || undefined,
    mine: word("mine") === "1" || undefined,
    cursor: word("cursor"),
  };
}

/** The address of a list: "?sort=age&gap=1", or nothing for the usual one. */
export function writeQueueQuery({ sort, status, pair, gap, mine, ...rest }: QueueQuery): string {
  const words = { ...rest, sort: sort === "disagreement" ? undefined : sort, status: status === "open" ? undefined : status, pair: pair?.join("~"), gap: gap ? "1" : undefined, mine: mine ? "1" : undefined };
  const found = new URLSearchParams(Object.entries(words).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])));
  return found.size === 0 ? "" : `?${found}`;
}

/** Whether anything is left out of the list. */
export const isNarrowed = ({ sort: _sort, cursor: _cursor, status, ...filters }: QueueQuery): boolean => status !== "open" || Object.values(filters).some((value) => value !== undefined);
