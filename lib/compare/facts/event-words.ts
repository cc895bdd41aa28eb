import { stem } from "../align/stem";

/** Words of one line name one kind of event, in English, German and French. What is in no line is compared by its stem. */
const LINES: Readonly<Record<string, string>> = {
  move: "move moved moving relocate relocated relocation relocating transfer transferred resettle resettled resettlement umziehen umzug umgezogen verlegt verlegung umgesiedelt déménager déménagement transféré transfert",
  leave: "leave left leaving flee fled exile exiled expel expelled expulsion depart departed departure verlassen verließ geflohen vertrieben quitter quitté fuir fui exil",
  close: "close closed closing closure shut shutting shutdown barrier barriers gesperrt sperrung geschlossen schließung schließen fermé fermée fermer fermeture",
  open: "open opened opening reopen reopened reopening inaugurate inaugurated eröffnet eröffnung öffnete ouvert ouverte ouverture inauguré",
  found: "found founded founding founder establish established establishment create created creation gegründet gründung fondé fondée fondation créé création",
  die: "die died dying dead death deaths kill killed killing killings slain casualties toll drown drowned tote toten tot getötet starb starben gestorben mort morts tué tués décès",
  hurt: "injure injured injuries injury wound wounded hurt verletzt verletzte blessé blessés blessure",
  arrest: "arrest arrested arrests detain detained detention custody festgenommen festnahme verhaftet arrêté arrêtés arrestation",
  attack: "attack attacked attacks raid raided raids bomb bombed bombing bombings assault assaulted angriff angegriffen razzia attaque attaqué raid",
  vote: "vote voted voting elect elected election elections ballot poll polls referendum wahl wahlen gewählt abstimmung abgestimmt abstimmen stimmten voter vote élection élections scrutin élu",
  begin: "begin began begun broke outbreak ausgebrochen ausbruch start started starting launch launched begann begonnen start beginn commencer commencé début lancé",
  end: "end ended ending stop stopped cease ceased halt halted finish finished endete beendet ende fini terminé cessé",
  build: "build built building construct constructed construction erect erected gebaut errichtet bau bauen construit construction bâti",
  destroy: "destroy destroyed destruction demolish demolished demolition collapse collapsed abgerissen abriss zerstört eingestürzt détruit démoli effondré",
  agree: "agree agreed agreement deal accord treaty sign signed signing unterzeichnet vereinbarung abkommen vertrag accord signé traité",
  ban: "ban banned banning outlaw outlawed outlawing prohibit prohibited verboten verbot interdit interdiction",
  list: "list listed listing designate designated designation classify classified classification delisted eingestuft classé",
  invade: "invade invaded invasion overthrow overthrown topple toppled occupy occupied occupation einmarsch invasion sturz gestürzt besetzt invasion renversé occupation",
  protest: "protest protested protests protesters march marched rally rallied rallies demonstrate demonstration demonstrators protest demonstriert demonstration kundgebung manifestation manifestants manifesté",
  warn: "warn warned warning warnings warnte warnung gewarnt averti avertissement",
  cost: "cost costs costing spend spent spending pay paid pays bill budget kostet kosten kostete bezahlt coûte coûté coûter payé dépensé",
  rise: "rise rose risen increase increased increases grow grew grown climb climbed gestiegen stieg anstieg wuchs augmenté hausse",
  fall: "fall fell fallen drop dropped decline declined cut shrink shrank gefallen fiel rückgang gesunken baissé chute baisse",
  buy: "buy bought purchase purchased acquire acquired gekauft kaufte erworben acheté achat",
  sell: "sell sold selling sale verkauft verkaufte vendu vente",
  sink: "sink sank sunk sinking gesunken sank versenkt coulé",
  flood: "flood flooded flooding floods überschwemmt überschwemmung hochwasser inondé inondation crue",
  crash: "hit struck aground grounding grounded stranded ramming rammed rammte gelaufen échoué heurté crash crashed collide collided collision zusammenstoß kollidierte prallte collision accident",
  burn: "burn burned burnt fire fires blaze brand brannte feuer incendie brûlé feu",
  meet: "meet met meeting summit treffen traf sitzung réunion réuni rencontre",
  resign: "resign resigned resignation quit zurückgetreten rücktritt démissionné démission",
  appoint: "appoint appointed appointment name named ernannt ernennung nommé nomination",
  arrive: "arrive arrived arrival reach reached ankam ankunft angekommen erreichte arrivé arrivée",
  evacuate: "evacuate evacuated evacuation evakuiert evakuierung évacué évacuation",
  rescue: "rescue rescued rescues save saved gerettet rettung sauvé sauvetage",
  reveal: "reveal revealed disclose disclosed expose exposed enthüllt révélé",
  gather: "gather gathered crowd attend attended turnout attendance versammelt versammelten rassemblé rassemblés",
  strike: "strike strikes striking walkout streik gestreikt streikten grève",
  born: "born birth geboren geburt né née naissance",
};

const CONCEPTS = new Map(Object.entries(LINES).flatMap(([concept, line]) => line.split(" ").flatMap((word) => ["en", "de", "fr"].map((language) => [`${language} ${stem(word, language)}`, concept] as const))));

/** The kind of event that a folded word names ("relocated" and "moved" are one), or null. */
export const eventOf = (word: string, language: string | null): string | null => {
  const tongue = (language ?? "en").slice(0, 2).toLowerCase();
  return CONCEPTS.get(`${tongue === "de" || tongue === "fr" ? tongue : "en"} ${stem(word, tongue)}`) ?? null;
};
