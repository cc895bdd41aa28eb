import { findUser, listUsers } from "@/lib/accounts/server/admin";
import { type Actor, type MemberActor, onBehalfOf, operator } from "@/lib/accounts/server/actor";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { type LoadedStudy, loadSettledStudy } from "@/lib/exchange/server/settled-study/load";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { insertProject } from "@/lib/projects/server/projects";
import { Problem } from "@/scripts/problem";
import { type BasilFile } from "./folder";
import { BASIL_SAMPLING, basilStudy, type BasilStudy } from "./study";

const NAME = "BASIL";
const DESCRIPTION = "Media bias annotated by Fan et al. (2019), as adjudicated there: 300 articles on 100 events from The New York Times, Fox News and HuffPost.";

/** Loads BASIL for an account (sign-in name, e-mail address or id; none: the oldest that may hold a project), into its project of this name, which is made where it is not there. */
export async function loadBasil(files: readonly BasilFile[], who: string | null): Promise<{ projectId: string; study: BasilStudy; loaded: LoadedStudy }> {
  const actor = operator();
  const coordinator = await coordinatorOf(actor, await accountOf(actor, who));
  const study = basilStudy(files);
  const loaded = await loadSettledStudy(coordinator, { id: newId(), digest: "basil" }, { jsonl: study.jsonl, focus: study.focus, addressedBy: "marked", sampling: BASIL_SAMPLING });
  return { projectId: coordinator.projectId, study, loaded };
}

async function accountOf(actor: Actor, who: string | null): Promise<string> {
  if (who !== null) return findUser(actor, who);
  const first = (await listUsers(actor)).find((one) => one.kind === "person" && !one.disabled);
  if (!first) throw new Problem("There is no account yet that could hold the project. Make the first one, then load BASIL.");
  return first.id;
}

async function coordinatorOf(actor: Actor, userId: string): Promise<MemberActor> {
  const there = await row<{ projectId: string; memberId: string }>(
    `SELECT p.id AS "projectId", m.id AS "memberId" FROM project p JOIN member m ON m.project_id = p.id AND m.user_id = $1 AND m.role = 'coordinator' AND m.state = 'active' WHERE p.name = $2 AND p.archived_at IS NULL ORDER BY p.created_at LIMIT 1`,
    [userId, NAME],
  );
  const { projectId, memberId } = there ?? (await makeProject(actor, userId));
  const member = await onBehalfOf(actor, projectId, memberId);
  if (!member) throw new Problem("The project was deleted meanwhile. Try again.");
  return member;
}

const makeProject = (actor: Actor, userId: string): Promise<{ projectId: string; memberId: string }> =>
  transaction(async (tx) => {
    const { projectId } = await insertProject(actor, { name: NAME, description: DESCRIPTION, kind: "research" }, startingCodebook("research"), tx);
    const memberId = newId();
    await rows(
      `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key)
       SELECT $1, $2, u.id, 'coordinator', coalesce(u.name, u.login, 'Coordinator'), lower(coalesce(u.name, u.login, 'Coordinator')) FROM app_user u WHERE u.id = $3`,
      [projectId, memberId, userId],
      tx,
    );
    return { projectId, memberId };
  });
