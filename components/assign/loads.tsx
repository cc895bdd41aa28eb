import type { PreviewPerson } from "@/lib/assignments/plan/preview";

/** What each person gets, as a bar with its number, and what they have then in all. */
export function Loads({ people }: { people: readonly PreviewPerson[] }) {
  const most = Math.max(1, ...people.map((person) => person.added));
  return (
    <table className="loads">
      <thead><tr><th scope="col">Person</th><th scope="col" className="bar-col"><span className="vh">New, as a bar</span></th><th scope="col" className="r">New</th><th scope="col" className="r">In all</th></tr></thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.memberId}>
            <th scope="row" dir="auto"><span className="cut">{person.pseudonym}</span></th>
            <td className="bar-col"><span className="load-bar" style={{ inlineSize: `${(person.added / most) * 100}%` }} /></td>
            <td className="r num">{person.added.toLocaleString("en")}</td>
            <td className="r num muted">{person.total.toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
