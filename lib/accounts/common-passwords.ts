/**
 * What people choose most often, as bases and patterns instead of a copied list: a few hundred well-known words and
 * names, with up to four digits or signs after or before them and the usual letter swaps (p@ssw0rd), runs along the
 * keyboard or the alphabet, repetitions, and dates. Together they cover far more than the 3,000 commonest passwords
 * of eight characters and more.
 */
const BASES = new Set(
  `password passwort motdepasse contrasena passw0rd pass passe parola sifre wachtwoord senha login access secret letmein letmeinn welcome
  welcome1 admin administrator root user guest master superuser supervisor default changeme changeit temp temporary test testing tester demo example
  iloveyou ilovey loveyou iloveu love lovely loveme lover mylove forever sweetheart darling honey baby babygirl babyboy angel angels princess prince
  queen king dragon monkey football baseball basketball soccer hockey tennis golf cricket rugby volleyball softball sports player champion
  superman batman spiderman ironman superstar starwars startrek pokemon pikachu mario luigi zelda sonic naruto minecraft fortnite roblox warcraft
  overwatch counterstrike playstation nintendo xbox computer internet server windows microsoft google apple facebook instagram twitter youtube
  snapchat whatsapp linkedin netflix spotify amazon yahoo hotmail gmail samsung nokia android iphone
  sunshine flower flowers butterfly rainbow summer winter spring autumn january february march april may june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday london paris berlin newyork america england france germany canada
  australia india pakistan china japan brasil brazil mexico spain italy portugal russia ukraine poland turkey israel palestine egypt iran
  liverpool chelsea arsenal manchester manutd barcelona realmadrid juventus bayern milan tottenham everton rangers celtic yankees cowboys
  lakers steelers eagles packers redsox patriots raiders broncos dolphins
  michael michelle jennifer jessica ashley amanda daniel david andrew joshua matthew nicole robert thomas william joseph anthony charlie jordan
  george hannah sophie emily olivia jasmine taylor justin brandon samantha elizabeth victoria alexander alexandra alexis natasha natalie danielle
  patrick christian christopher benjamin jonathan nicholas vincent richard edward stephanie rebecca rachel melissa vanessa veronica gabriel
  sebastian fernando carlos antonio francisco alejandro mohammed muhammad mohamed ahmed ali hassan fatima maria marina martina martin oliver
  maggie bailey buster tigger ginger pepper shadow snoopy garfield scooby mickey minnie donald harley davidson mustang ferrari porsche mercedes
  corvette camaro yamaha honda toyota hunter killer ranger soldier warrior phoenix falcon eagle tiger lion wolf bear panther cheetah shark
  trustno whatever nothing blahblah asdf qwer qwert qwerty qwertz azerty qwertyui qwertyuiop asdfgh asdfghjk asdfghjkl zxcv zxcvb zxcvbn zxcvbnm
  abc abcd abcde abcdef abcdefg abcdefgh abcabc aaaaaa qazwsx qazwsxedc zaqxsw onetwothree onetwo gfhjkm
  freedom liberty justice peace hope faith grace jesus jesuschrist christ blessed blessing heaven godisgood god bible church trinity
  chocolate cookie cookies cheese banana orange apple cherry strawberry coffee pizza chicken icecream vanilla candy sugar
  purple yellow orange silver golden black white red green blue blackjack diamond crystal emerald rosebud
  music guitar rockstar metallica nirvana slipknot eminem beatles hiphop thunder lightning storm rocket galaxy universe matrix merlin wizard
  gandalf hobbit frodo gollum lordoftherings harrypotter potter hogwarts gryffindor slytherin
  friend friends bestfriend family mother father mommy daddy mamma sister brother grandma school college student teacher university class
  classroom hello helloworld hellokitty goodbye goodluck lucky happy smile funny crazy cool awesome sexy hottie beautiful
  money million dollar success business company office manager
  media news newspaper journalist bias reader article annotator`
    .trim()
    .split(/\s+/),
);

const RUNS = ["abcdefghijklmnopqrstuvwxyzabc", "01234567890123456789", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "!@#$%^&*()", "zaq12wsx", "1234qwerasdfzxcv", "123qweasdzxc"];
const RUN_TEXT = RUNS.flatMap((run) => [run, [...run].reverse().join("")]);

const SWAPS: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i" };
const swapped = (text: string): string => [...text].map((char) => SWAPS[char] ?? char).join("");
const bare = (text: string): string => text.replace(/^[^\p{L}]{0,4}|[^\p{L}]{0,4}$/gu, "");

const isBase = (text: string): boolean => [text, bare(text), swapped(text), swapped(bare(text)), bare(swapped(text))].some((form) => BASES.has(form.replace(/[\s._-]/gu, "")));

/** Whether text is a few characters over and over: `aaaaaaaa`, `abcabcabc`, `passwordpassword`. Answers with the unit. */
function unitOf(text: string): string | null {
  for (let size = 1; size <= text.length / 2; size++) if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return text.slice(0, size);
  return null;
}

const isDate = (text: string): boolean => /^(?:(?:19|20)\d\d[-./]?[01]\d[-./]?[0-3]\d|[0-3]\d[-./]?[01]\d[-./]?(?:19|20)\d\d|[01]\d[-./]?[0-3]\d[-./]?(?:19|20)\d\d)$/.test(text);

/** Whether a password is among those that people, and so guessers, try first. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const unit = unitOf(text);
  if (unit !== null && (unit.length <= 4 || isBase(unit))) return true;
  return isBase(text) || isDate(text) || RUN_TEXT.some((run) => run.includes(text)) || (text.length <= 16 && madeOfRuns(text));
}

/** Runs of four and more, one after the other: `qwer1234`, `1234abcd`. */
function madeOfRuns(text: string): boolean {
  if (text === "") return true;
  for (let size = Math.min(text.length, 10); size >= 4; size--) {
    const piece = text.slice(0, size);
    const known = RUN_TEXT.some((run) => run.includes(piece)) || BASES.has(piece);
    if (known && madeOfRuns(text.slice(size))) return true;
  }
  return /^[\d!.?]{1,4}$/.test(text);
}
