import "@/components/accounts/accounts.css";
import { Check } from "lucide-react";
import { Fragment } from "react";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { requestTranslator } from "@/components/words/request-words";
import { may, PERMISSIONS, ROLES, type Permission } from "@/lib/projects/permissions";

const all = Object.keys(PERMISSIONS) as Permission[];

/** The whole permission table, in words. */
export async function RolesTable() {
  const [t, names] = await Promise.all([requestTranslator("roles"), requestTranslator("names")]);
  return (
    <>
      <dl className="facts">{ROLES.map((role) => <Fragment key={role}><dt>{names(`rolesInside.${role}`)}</dt><dd>{t(`of.${role}`)}</dd></Fragment>)}</dl>
      <TableScroll label={t("title")}>
        <table className="tb roles-table">
          <thead><tr><th scope="col">{t("may")}</th>{ROLES.map((role) => <th key={role} scope="col" className="c">{names(`rolesInside.${role}`)}</th>)}</tr></thead>
          <tbody>
            {all.map((permission) => (
              <tr key={permission}>
                <th scope="row">{t(`permissions.${permission}`)}</th>
                {ROLES.map((role) => <td key={role} className="c">{may(role, permission) ? <Icon of={Check} label={t("yes")} /> : <span className="faint">{t("no")}</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
