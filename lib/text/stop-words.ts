/** Words that say nothing by themselves, folded, in the languages that projects mostly read. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    "a about after all also an and any are as at be because been before between but by can could did do does even for from had has have he her his how i if in into is it its just many may more most much no not of on only or other our out over said same she so some such than that the their them then there these they this those through to under up very was we were what when where which while who will with would you your",
    "aber als am an auch auf aus bei bis das dass dem den der des die diese dieser dieses doch durch ein eine einem einen einer er es für haben hat hatte ich ihre ihrer im in ist mit nach nicht noch nur oder sagte schon sein seine seiner sich sie sind so über um und uns von vor war waren was wenn wie wir wird wurde wurden zu zum zur",
    "à au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nous on ou où par pas plus pour qu que qui sa se ses son sont sur un une vous",
    "al como con de del el ella en es esta este ha la las lo los más no o para pero por que se ser si sin su sus un una y ya",
    "از این آن با به برای بر تا در را که و یا هم هر است بود شد شود می ها های او آنها ما شما نیز اما",
    "في من على إلى عن أن إن ما لا لم لن هذا هذه ذلك التي الذي هو هي كان كانت قد و أو ثم بعد قبل مع كل",
    "של את על אל עם כי לא זה זו הוא היא הם גם או אם אך כל מה יש אין היה היו",
  ].flatMap((line) => line.split(" ")),
);

/** Whether folded words are nothing but stop words and figures. */
export const saysNothing = (words: readonly string[]): boolean => words.every((word) => STOP_WORDS.has(word) || /^[\p{N}\p{P}]*$/u.test(word));
