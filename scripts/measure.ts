// npm run -s measure -- FILE.json: computes a measure of agreement from the file and prints it as JSON; exit code 1 for what cannot be used.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { measure } from "@/lib/exchange/measure/measure";
import { messageOf, Problem, runScript } from "@/scripts/problem";

await runScript(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (name === undefined || more.length > 0) throw new Problem("Name one file: npm run -s measure -- FILE.json");
  // npm starts scripts in the folder of the project; the file is named from where the person stands.
  const text = await readFile(path.resolve(process.env["INIT_CWD"] ?? process.cwd(), name), "utf8").catch(() => {
    throw new Problem(`There is no file ${name} that can be read.`);
  });
  const result = await measure(parsed(text, name));
  if (!result.ok) throw new Problem(`${name}: ${[result.error.place, result.error.message].filter((part) => part !== "").join(" ")}`);
  process.stdout.write(`${JSON.stringify(result.value, null, 2)}\n`);
});

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(`${name} is not JSON: ${messageOf(error)}`);
  }
}
