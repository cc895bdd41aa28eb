// The process beside the server that does the long jobs. Started by the launcher; ends on SIGTERM.
import { constants, setPriority } from "node:os";
import { job } from "@/lib/accounts/server/actor";
import { startGamma } from "@/lib/agreement/server/gamma/gamma-loop";
import { refreshAdjudications } from "@/lib/adjudication/server/refresh";
import { returnAbandoned } from "@/lib/assignments/server/abandoned";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";
import { recountFigures } from "@/lib/annotations/server/rollup/recount";
import { refreshCounted } from "@/lib/annotations/server/rollup/refresh";
import { clearOver } from "@/lib/articles/server/imports/clear-over";
import { startImports } from "@/lib/articles/server/imports/import-loop";
import { startParsing } from "@/lib/articles/server/imports/parsing-pool";
import { startReadingFiles } from "@/lib/articles/server/imports/reading-pool";
import { readArticles } from "@/lib/articles/server/reading";
import { sealAudit } from "@/lib/audit/server/seal";
import { tidy } from "@/lib/audit/server/tidy";
import { lookUpAllMentions } from "@/lib/stance/server/mentions";
import { startJobs } from "@/lib/platform/jobs";

// An import may use every processor as long as nobody asks the server for a page.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const worker = await startJobs([
  { name: "seal-audit", cron: "* * * * *", run: () => sealAudit(job()) },
  { name: "return-abandoned", cron: "41 * * * *", run: () => returnAbandoned(job()) },
  { name: "read-articles", cron: "* * * * *", run: () => readArticles(job(), refreshCounted) },
  { name: "clear-imports", cron: "*/5 * * * *", run: async () => void (await clearOver(job())) },
  { name: "refresh-adjudications", cron: "* * * * *", run: () => refreshAdjudications(job(), Date.now) },
  { name: "recount-figures", cron: "* * * * *", run: async () => void (await recountFigures(job(), Date.now)) },
  { name: "look-up-names", cron: "* * * * *", run: async () => void (await lookUpAllMentions(job(), Date.now)) },
  { name: "tidy", cron: "17 * * * *", run: () => tidy(job()) },
]);
const parsing = startParsing();
const files = startReadingFiles();
const imports = startImports(job(), { read: files.read, parse: parsing.parse, assign: assignNewArticles });
const gamma = startGamma(job());
// Tells the launcher that it is up.
process.send?.({ ready: true });

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void Promise.all([imports.stop(), gamma.stop()]).then(() => Promise.all([files.stop(), parsing.stop()])).then(() => worker.stop()).finally(() => process.exit(0));
  });
}
