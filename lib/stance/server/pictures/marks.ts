import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SOURCES } from "@/lib/annotations/server/rollup";
import { rows } from "@/lib/platform/database";
import type { StanceChoice } from "../../choice";
import type { Carried } from "../../pictures/labels";
import type { Quoted } from "../../pictures/speakers";
import { countedVoices } from "../../marks-query";
import { MARK } from "../marks-sql";
import { choiceValues } from "../sums-sql";

// No group, work or article: the marks of all that the choice keeps.
const ALL = [null, null, null];
const SPAN = (column: string): string => `(SELECT s.${column} FROM span s WHERE s.project_id = $1 AND s.id = m.id UNION ALL SELECT z.${column} FROM settled_span z WHERE z.project_id = $1 AND z.id = m.id)`;

/** Who is quoted on a target, by article and coder: the counted marks in quoted voice, under a choice, whatever its voice. */
export const readQuotes = (actor: MemberActor, choice: StanceChoice, targetId: string): Promise<Quoted[]> =>
  rows<Quoted>(
    `WITH ${MARK(choice)}
     SELECT ${choice.by}.id AS "groupId", ar.work_id AS "workId", ar.id AS "articleId", m.coder_id AS "coderId", m.speaker_id AS "speakerId", k.name AS speaker,
            count(*) FILTER (WHERE m.framing = 'advocacy')::int AS advocacy, count(*) FILTER (WHERE m.framing = 'neutral')::int AS neutral, count(*) FILTER (WHERE m.framing = 'critical')::int AS critical
     FROM mark m JOIN article ar ON ar.project_id = $1 AND ar.id = m.article_id ${SOURCES} LEFT JOIN speaker k ON k.project_id = $1 AND k.id = m.speaker_id
     WHERE m.voice = 'quoted' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 6, 5`,
    [...choiceValues(actor.projectId, choice, [targetId]), ...ALL],
  );

/** Which labels, and which device, a coder's counted marks of an article carry in the chosen voice. */
export const readCarried = (actor: MemberActor, choice: StanceChoice, targetId: string): Promise<Carried[]> =>
  rows<Carried>(
    `WITH ${MARK(choice)}
     SELECT m.article_id AS "articleId", m.coder_id AS "coderId", label.id AS "labelId", count(*)::int AS marks
     FROM mark m CROSS JOIN LATERAL (SELECT unnest(${SPAN("label_ids")})::text AS id UNION ALL SELECT m.device WHERE m.device <> 'none') label
     WHERE m.voice = ANY($13::text[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [...choiceValues(actor.projectId, choice, [targetId]), ...ALL, countedVoices(choice.by, null, choice.voice)],
  );
