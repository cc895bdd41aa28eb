import { decisionsAsCsv, settledAsCsv, settledAsJsonl } from "@/lib/exchange/server/record-rows";
import { group, route } from "./door";
import { CSV, download, file, JSONL } from "./export";
import { inProject } from "./schemas";

const described = "Empty for whoever may not see others' marks; the columns stand in docs/formats.md";

export const settledRecord = group()
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/settled.jsonl", summary: "The settled record with the decisions behind it, one JSON object per line", request: { params: inProject }, responses: file("application/jsonl", described) }), (c) =>
    download(c, "settled.jsonl", JSONL, settledAsJsonl),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/settled.csv", summary: "The settled record with the decisions behind it, one row per part", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "settled.csv", CSV, settledAsCsv),
  )
  .openapi(route({ member: "export" }, { method: "get", path: "/projects/{projectId}/export/decisions.csv", summary: "Every decision that was ever made", request: { params: inProject }, responses: file("text/csv", described) }), (c) =>
    download(c, "decisions.csv", CSV, decisionsAsCsv),
  );
