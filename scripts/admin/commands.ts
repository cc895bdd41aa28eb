import { operator } from "@/lib/accounts/server/actor";
import { listUsers, setDisabled, type UserRow } from "@/lib/accounts/server/admin";
import { resetPassword } from "@/lib/accounts/server/reset";
import { issueSetupToken } from "@/lib/accounts/server/setup-token";
import { leavingFigures } from "@/lib/annotations/server/rollup/moved";
import { withdrawOpen } from "@/lib/assignments/server/leave";
import { invariant } from "@/lib/kernel/errors";
import { erasePerson } from "@/lib/projects/server/erase";
import { listAllProjects, purgeArticle, purgeProject } from "@/lib/projects/server/purge";
import { platformCommand } from "@/scripts/admin/platforms";
import type { Wish } from "@/scripts/admin/arguments";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "never";

function userLine(user: UserRow): string {
  const name = user.login ?? user.email ?? user.name ?? "without a name";
  return `${user.id}  ${name}  ${user.kind}${user.disabled ? ", disabled" : ""}, projects: ${user.projects}, last seen: ${day(user.lastSeenAt)}`;
}

/** Does what was asked as the person at the machine; answers with the lines to print. Throws AppError as the server does. */
export async function carryOut(wish: Wish, base: string): Promise<string[]> {
  const actor = operator();
  const { name } = wish;
  switch (wish.command) {
    case "list-users": {
      const users = await listUsers(actor);
      return users.length === 0 ? ["There are no accounts yet. npm run admin -- setup-link makes the link for the first."] : users.map(userLine);
    }
    case "list-projects":
      return (await listAllProjects(actor)).map((project) => `${project.id}  ${project.name}  ${project.kind}, members: ${project.members}, articles: ${project.articles}, made: ${day(project.createdAt)}`);
    case "reset-password":
      return [`Give this link to ${name}; it works once, for 24 hours:`, `${base}${(await resetPassword(actor, name)).path}`];
    case "disable":
    case "enable":
      await setDisabled(actor, name, wish.command === "disable");
      return [wish.command === "disable" ? `${name} is disabled and signed out everywhere.` : `${name} can sign in again.`];
    case "erase":
      await erasePerson(actor, name, { notes: wish.notes, force: wish.force }, withdrawOpen);
      return [`${name} is erased. Backups made before still hold the account.`];
    case "purge-project":
      return [`The project “${(await purgeProject(actor, name)).name}” is deleted. Backups made before still hold it.`];
    case "purge-article":
      return [`The article “${(await purgeArticle(actor, name, leavingFigures)).title}” is deleted. Backups made before still hold it.`];
    case "lti-platform":
      invariant(wish.platform, "its words were read");
      return platformCommand(actor, wish.platform, base);
    case "setup-link":
      return ["Make the first account here, once, within an hour:", `${base}/setup?token=${await issueSetupToken(actor)}`];
  }
}
