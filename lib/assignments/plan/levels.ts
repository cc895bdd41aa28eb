/** What one person has already, and how much more they can get at most. */
export type Level = { readonly held: number; readonly room: number };

/**
 * How `total` new ones are shared so that held and new together are as level as can be. What does not divide goes
 * round in the order of `turns`, from place `from`; answers with the shares and the place where it stopped.
 */
export function share(people: readonly Level[], total: number, turns: readonly number[], from: number): { shares: number[]; next: number } {
  const upTo = (level: number) => people.map(({ held, room }) => Math.max(0, Math.min(room, level - held)));
  const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
  const most = Math.min(total, sum(people.map(({ room }) => room)));
  let [low, high] = [0, Math.max(0, ...people.map(({ held, room }) => held + room))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sum(upTo(middle)) <= most) low = middle;
    else high = middle - 1;
  }
  const shares = upTo(low);
  let left = most - sum(shares);
  let at = from;
  while (left > 0) {
    const person = turns[at % turns.length] ?? 0;
    const { held, room } = people[person] ?? { held: 0, room: 0 };
    const given = shares[person] ?? 0;
    if (given < room && held + given === low) {
      shares[person] = given + 1;
      left -= 1;
    }
    at += 1;
  }
  return { shares, next: at };
}
