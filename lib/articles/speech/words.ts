const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that open a noun phrase. */
export const DETERMINERS = set("the a an this that these those his her its their our my your one another some both no each every two three four five der die das dem den ein eine le la les un une el los las una");
export const PRONOUNS = set("he she they it who i we you il elle ils elles er sie es él ella ellos");
/** Words of the outlet about itself, or of nobody in particular: no source. */
export const NOBODY = set("i we you there");
export const BE = set("is are was were be been being am isn't wasn't weren't");
/** Stands between a subject and its verb. */
export const BETWEEN = set("also later then now has have had again once already never always often repeatedly publicly previously earlier still just recently further reportedly since only first even has a wiederum außerdem ha hat hatte avait");
export const PREPOSITIONS = set("of for at in on from by with to after before during following since under over about against near between through into among amid despite without within until as à de du des von in bei en por con");
/** What may join two noun phrases into one. */
export const JOINERS = set("of for at from in on de du des von");
/** Joiners that behind a verb rather tell where or when: "said the ministry in a statement". */
export const LOOSE_JOINERS = set("in on de des du");
/** Where a noun phrase or a clause ends. */
export const STOPS = set("and or but nor so yet that which what who whom whose when where while whereas because if although though unless whether how why than not n't did does do will would can could may might must shall should et ou mais que qui und oder aber dass pero");
/** After a comma: here begins something that is not reported any more. */
export const BREAKS = set("but while whereas although though which who whose where yet");
/** Can open a sentence with a capital and is no name. */
export const NO_NAMES = set("yesterday today tomorrow meanwhile however still later earlier now then here there yes no monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december last next most many some few all even once asked speaking local according moreover afterwards nobody everyone");
/** Several people at once, none of them named. */
export const UNNAMED = set("critics experts analysts observers officials sources supporters opponents some many others people few researchers scholars historians commentators insiders campaigners activists protesters residents neighbours neighbors witnesses locals fans users everyone nobody someone anyone source critic observer expert analyst rumours rumors reports");
export const TITLES = set("mr mrs ms miss mx dr prof professor sir lord lady dame madame monsieur herr frau señor señora president prime minister senator sen rep gov representative congressman congresswoman governor gen general judge justice mayor king queen prince princess captain capt sergeant sgt lt colonel col chancellor secretary councillor cllr ambassador archbishop bishop imam rabbi pope sheikh chief detective inspector superintendent bürgermeister bürgermeisterin ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin");
export const HE = set("mr sir lord king prince monsieur herr señor");
export const SHE = set("mrs ms miss lady dame queen princess madame frau señora");
/** Common nouns that stand for a person already named. */
export const PERSON_NOUNS = set("man woman politician lawyer doctor teacher writer author journalist actor actress singer player mother father");
/** Parts of names that are not a person's. */
export const ORGANISATION = set("council ministry department party republic state states university college school organization organisation union association committee commission court police army office bank group company times post news east west north south united national international federal house senate parliament government agency institute centre center foundation trust force service hospital club city county river street road square bridge park island mountains sea front front league church revolution war act inc ltd corp plc eye guard authority board society network federation");
export const ABBREVIATIONS = set("mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt jr sr vs cllr no u.s u.k u.n e.g i.e");
