import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { inRoot, ROOT } from "@/scripts/paths";

/** An exported function of a server folder that can wait for something: only such a one can reach the database. */
export interface ServerFunction {
  /** `lib/stance/server/table.ts stanceTable` */
  readonly name: string;
  /** The type of its first parameter as written in a hint, or "nothing". */
  readonly first: string;
  readonly takesActor: boolean;
}

/** Every TypeScript file under a folder of the clone. */
export function filesUnder(folder: string): string[] {
  return readdirSync(inRoot(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

function waits(type: ts.Type, checker: ts.TypeChecker): boolean {
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  return parts.some(
    (part) =>
      checker.getPropertyOfType(part, "then") !== undefined ||
      checker.getPropertiesOfType(part).some(({ escapedName }) => String(escapedName).startsWith("__@asyncIterator")),
  );
}

/** The names of the properties that make an Actor; a MemberActor has them too. */
const MARKS = ["userKind", "sessionId", "address"];

function readsFirst(symbol: ts.Symbol, at: ts.Node, file: string, checker: ts.TypeChecker): ServerFunction[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if ((target.flags & ts.SymbolFlags.Value) === 0) return [];
  const signatures = checker.getTypeOfSymbolAtLocation(target, at).getCallSignatures();
  return signatures
    .filter((signature) => waits(signature.getReturnType(), checker))
    .map((signature) => {
      const first = signature.getParameters()[0];
      const type = first === undefined ? undefined : checker.getTypeOfSymbolAtLocation(first, at);
      return {
        name: `${file} ${symbol.name}`,
        first: type === undefined ? "nothing" : checker.typeToString(type),
        takesActor: type !== undefined && MARKS.every((mark) => checker.getPropertyOfType(type, mark) !== undefined),
      };
    });
}

/** Reads every exported function of these files that can wait, with the type of its first parameter. */
export function serverFunctions(files: readonly string[], folder: string = ROOT): ServerFunction[] {
  const config = ts.readConfigFile(inRoot("tsconfig.json"), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const program = ts.createProgram(files.map((file) => path.join(folder, file)), { ...options, incremental: false });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(path.join(folder, file));
    const exported = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (source === undefined || exported === undefined) return [];
    return checker.getExportsOfModule(exported).flatMap((symbol) => readsFirst(symbol, source, file, checker));
  });
}
