import { stem } from "../align/stem";

const CLASSES: Readonly<Record<string, string>> = {
  people: "people person persons men women children residents members inhabitants protesters demonstrators marchers passengers workers soldiers troops voters followers villagers pupils students visitors victims prisoners refugees fans farmers fishermen volunteers officers guests sailors households menschen personen bewohner mitglieder einwohner tote verletzte demonstranten fahrgäste besucher arbeiter personnes habitants membres manifestants passagers visiteurs morts blessés",
  km: "km kilometres kilometers kilometer kilomètres", metres: "metres meters meter mètres", tonnes: "tonnes tons tonnen",
  boats: "boats ships vessels ferries boote schiffe bateaux", homes: "homes houses dwellings flats wohnungen häuser maisons logements", hours: "hours stunden heures", days: "days tage jours", years: "years jahre ans années",
};
const OF = new Map(Object.entries(CLASSES).flatMap(([name, line]) => line.split(" ").map((unit) => [unit, name] as const)));

/** Units that say nothing of what a figure is about, by themselves. */
const GENERAL = new Set("people % dollars euros pounds yen francs crowns cents km metres tonnes hours days years miles menschen".split(" "));
const PLAIN_PEOPLE = new Set("people person persons personen menschen men women children personnes".split(" "));

/** Whether a unit is a measure, money or people as such. */
export const isGeneral = (unit: string): boolean => GENERAL.has(OF.get(unit) === "people" ? "" : (OF.get(unit) ?? unit)) || PLAIN_PEOPLE.has(unit);

/** One name for units that count the same kind of thing ("residents" and "members" are people). */
export const unitClass = (unit: string): string => OF.get(unit) ?? stem(unit, "en");
