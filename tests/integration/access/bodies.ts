import { newId } from "@/lib/kernel/id";

type Ids = Record<string, string>;

/** A body that each writing route would accept, so that a refusal comes from the guard and not from the schema. A route without a line here fails the matrix. */
export const BODIES: Record<string, (ids: Ids) => object> = {
  "POST /projects": () => ({ name: "Another", kind: "research" }),
  "PATCH /projects/{projectId}": () => ({ version: 99 }),
  "POST /projects/{projectId}/reveal": () => ({ version: 99 }),
  "POST /projects/{projectId}/assignments/{assignmentId}/spans": (ids) => ({ id: newId(), revisionId: ids["revisionId"], parts: [{ start: 30, end: 37, quote: "bungled" }], targetId: ids["targetId"], framing: "critical" }),
  "PATCH /projects/{projectId}/spans/{spanId}": () => ({ version: 99, note: "x" }),
  "DELETE /projects/{projectId}/spans/{spanId}": () => ({ version: 99 }),
  "POST /projects/{projectId}/spans/{spanId}/restore": () => ({ version: 99 }),
  "PUT /projects/{projectId}/assignments/{assignmentId}/judgements/{targetId}": () => ({ version: 99, value: 1 }),
  "DELETE /projects/{projectId}/assignments/{assignmentId}/judgements/{targetId}": () => ({ version: 99 }),
  "POST /projects/{projectId}/assignments/{assignmentId}/submit": () => ({ version: 99 }),
};
