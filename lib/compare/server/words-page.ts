import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { idIn, readWordsQuery } from "../words/query";
import type { NamingReport, WordPlace, WordsReport } from "../words/report";
import { readNaming } from "./naming";
import { readWordPlaces } from "./word-places";
import { readWords } from "./words";

/** What the page of words shows; `opened` is the word whose places are asked for. */
export type WordsPage = { report: WordsReport; naming: NamingReport; opened: { word: string; outlet: string; places: WordPlace[] } | null };

/** Everything that the page of words shows under the query of its address. Throws 404 as `readWords` does. */
export async function readWordsPage(actor: MemberActor, setId: string | null, query: Readonly<Record<string, unknown>>): Promise<WordsPage> {
  const choice = readWordsQuery(setId, query);
  const [report, naming] = await Promise.all([readWords(actor, choice), readNaming(actor, setId)]);
  const [word, outletId] = [query["word"], idIn(query["outlet"])];
  const outlet = report.outlets.find(({ id }) => id === outletId)?.name;
  if (typeof word !== "string" || word.length > 200 || outletId === null || outlet === undefined) return { report, naming, opened: null };
  return { report, naming, opened: { word, outlet, places: await readWordPlaces(actor, choice, { word, outletId }) } };
}
