import "server-only";

const NAMED = (column: string): string => `(SELECT jsonb_build_object('id', m.id, 'name', m.pseudonym) FROM member m WHERE m.project_id = j.project_id AND m.id = j.${column})`;

/** What the row of an adjudication (alias `j`) says; a claim that ran out is none. */
export const HEAD_JSON = `jsonb_build_object('state', j.state, 'version', j.version, 'undecided', j.undecided,
  'claimedBy', CASE WHEN j.claimed_until > now() THEN ${NAMED("claimed_by")} END, 'claimedUntil', CASE WHEN j.claimed_until > now() THEN j.claimed_until END,
  'settledBy', ${NAMED("settled_by")}, 'settledAt', j.settled_at,
  'settledDecisionId', (SELECT d.id FROM decision d WHERE j.state = 'settled' AND d.project_id = j.project_id AND d.article_id = j.article_id AND d.subject = 'article' ORDER BY d.number DESC LIMIT 1))`;
