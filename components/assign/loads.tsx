"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { PreviewPerson } from "@/lib/assignments/plan/preview";

/** What each person gets, as a bar with its number, and what they have then in all. */
export function Loads({ people }: { people: readonly PreviewPerson[] }) {
  const t = useTranslations("assign.plan");
  const format = useFormatter();
  const most = Math.max(1, ...people.map((person) => person.added));
  return (
    <table className="loads">
      <thead><tr><th scope="col">{t("person")}</th><th scope="col" className="bar-col"><span className="vh">{t("newBar")}</span></th><th scope="col" className="r">{t("new")}</th><th scope="col" className="r">{t("inAll")}</th></tr></thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.memberId}>
            <th scope="row" dir="auto"><span className="cut">{person.pseudonym}</span></th>
            <td className="bar-col"><span className="load-bar" style={{ inlineSize: `${(person.added / most) * 100}%` }} /></td>
            <td className="r num">{format.number(person.added)}</td>
            <td className="r num muted">{format.number(person.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
