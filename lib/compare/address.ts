import { MOST } from "./choose";
import type { Order } from "./document";

/** Which rows a page shows: all, those of two or more articles, or those of one alone. */
export const SHOWING = ["all", "shared", "lone"] as const;
export type Showing = (typeof SHOWING)[number];

/** How a comparison is looked at; the whole of it stands in the address. */
export type Look = { readonly articles: readonly string[]; readonly order: Order; readonly view: "aligned" | "full"; readonly marks: boolean; readonly show: Showing; readonly names: boolean };

/** How a comparison is looked at, out of the parameters of an address; what cannot be read is as if it were not there. */
export function readLook(asked: Readonly<Record<string, string | string[] | undefined>>, isId: (text: string) => boolean): Look {
  const articles = typeof asked["articles"] === "string" ? asked["articles"].split(",").filter(isId).slice(0, MOST) : [];
  return {
    articles: [...new Set(articles.map((one) => one.toLowerCase()))],
    order: asked["order"] === "monotone" ? "monotone" : "free",
    view: asked["view"] === "full" ? "full" : "aligned",
    marks: asked["marks"] !== "none",
    show: SHOWING.find((one) => one === asked["show"]) ?? "all",
    names: asked["names"] !== "hidden",
  };
}

/** The query of an address for a look, with its question mark; what is usual is left out. */
export function writeLook({ articles, order, view, marks, show, names }: Look): string {
  const parts = [
    articles.length > 0 ? `articles=${articles.join(",")}` : "",
    order === "free" ? "" : "order=monotone",
    view === "aligned" ? "" : "view=full",
    marks ? "" : "marks=none",
    show === "all" ? "" : `show=${show}`,
    names ? "" : "names=hidden",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
