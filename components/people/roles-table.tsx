import "@/components/accounts/accounts.css";
import { Check } from "lucide-react";
import { Fragment } from "react";
import { Icon } from "@/components/ui/icon";
import { TableScroll } from "@/components/ui/table-scroll";
import { may, PERMISSIONS, ROLES, type Permission } from "@/lib/projects/permissions";
import { PERMISSION_WORDS, ROLE_WORDS } from "./words";

const all = Object.keys(PERMISSIONS) as Permission[];

/** The whole permission table, in words. */
export function RolesTable() {
  return (
    <>
      <dl className="facts">{ROLES.map((role) => <Fragment key={role}><dt>{role}</dt><dd>{ROLE_WORDS[role]}</dd></Fragment>)}</dl>
      <TableScroll label="What each role may do">
        <table className="tb roles-table">
          <thead><tr><th scope="col">May</th>{ROLES.map((role) => <th key={role} scope="col" className="c">{role}</th>)}</tr></thead>
          <tbody>
            {all.map((permission) => (
              <tr key={permission}>
                <th scope="row">{PERMISSION_WORDS[permission]}</th>
                {ROLES.map((role) => <td key={role} className="c">{may(role, permission) ? <Icon of={Check} label="yes" /> : <span className="faint">no</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
