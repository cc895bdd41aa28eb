import "server-only";

/** The order in which open assignments (`n`) come behind the one at hand (`a`): what was skipped waits until the rest is done, then those behind it, then from the beginning. */
export const NEXT_ORDER = (n: string, a: string): string => `${n}.skipped_at IS NOT NULL, coalesce((${n}.position, ${n}.id) <= (${a}.position, ${a}.id), false), ${n}.position, ${n}.id`;

/** The id of the next open assignment of member $`member` in project $1, behind `a`; null when nothing else is open. */
export const NEXT_ID = (a: string, member: number): string => `(
  SELECT n.id FROM assignment n JOIN article nx ON nx.project_id = n.project_id AND nx.id = n.article_id AND nx.state = 'active'
  WHERE n.project_id = $1 AND n.member_id = $${member} AND n.state IN ('assigned', 'in_progress', 'returned') AND NOT n.locked AND n.id <> ${a}.id
  ORDER BY ${NEXT_ORDER("n", a)} LIMIT 1)`;
