// npm run check:data: verifies the whole database and prints each problem; exit code 1 when there is one.
import { withDatabase } from "@/scripts/launch/with-database";
import { runScript } from "@/scripts/problem";

await runScript(() =>
  withDatabase({ migrated: true }, async (url) => {
    // Imported only now: server code reads the environment that withDatabase has set.
    const { checkData } = await import("@/scripts/check/run");
    const findings = await checkData(url, (name, finding) => {
      console.log(finding === undefined ? `ok      ${name}` : `WRONG   ${name}: ${finding.count}`);
      for (const place of finding?.places ?? []) console.log(`        ${place}`);
    });
    console.log(findings.length === 0 ? "Everything holds." : `${findings.length} things do not hold. Keep a copy of the database before you repair anything.`);
    return findings.length === 0 ? 0 : 1;
  }),
);
