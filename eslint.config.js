import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import { builtinRules } from "eslint/use-at-your-own-risk";

const CODE = ["**/*.{ts,tsx,mts,js,mjs,cjs}"];
const SHIPPED = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}", "proxy.ts"];
const CONFIGS = ["*.config.{js,ts,mjs}", ".dependency-cruiser.cjs"];

const processEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name='NODE_ENV'] > *)",
  message: "Read the environment through lib/platform/env.ts.",
};
const useServer = {
  selector: "ExpressionStatement > Literal[value='use server']",
  message: "No server actions: every change goes through /api/v1.",
};
const rawHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML'], Property[key.value='dangerouslySetInnerHTML']",
  message: "No raw HTML: render text and elements.",
};
const defaultExport = {
  selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
  message: "Name what you export: default exports belong to app/ and configuration files.",
};
const relation = (word) => ({
  selector: `Property[key.name='${word}'], Property[key.value='${word}']`,
  message: `Prisma gets scalars only: "${word}" can reach a row of another project.`,
});
const ownMock = {
  selector:
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/] > Literal:first-child[value=/^([.@]\\u002F|\\.\\.|~)/], CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/] > ImportExpression:first-child",
  message: "No mocks of our own modules: pass a fake clock, random numbers or mail transport.",
};
const barrel = {
  selector: "ExportAllDeclaration",
  message: "No barrels: import from the file that holds the thing.",
};
const ALWAYS = [useServer, rawHtml, barrel];
const syntax = (...rules) => ({ "no-restricted-syntax": ["error", ...ALWAYS, ...rules] });
const wantsSplitting = { rules: { "max-lines": builtinRules.get("max-lines") } };

/** @type {import("eslint").Linter.Config[]} */
const config = [
  { ignores: ["node_modules/", ".next*/", ".data/", "prisma/generated/", "test-results/", "playwright-report/", "next-env.d.ts", "docs/"] },
  ...nextVitals,
  ...nextTypescript,
  {
    files: CODE,
    plugins: { size: wantsSplitting },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...syntax(),
      "max-lines": ["error", 400],
      "size/max-lines": ["warn", 250],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" }],
    },
  },
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/no-explicit-any": "off" } },
  {
    files: ["components/**", "lib/**", "proxy.ts", "scripts/**", "prisma/**"],
    rules: syntax(processEnv, defaultExport),
  },
  { files: ["app/**"], rules: syntax(processEnv) },
  {
    files: ["lib/**"],
    rules: syntax(processEnv, defaultExport, relation("connect"), relation("connectOrCreate"), relation("disconnect")),
  },
  { files: ["lib/platform/env.ts"], rules: syntax(defaultExport) },
  { files: ["scripts/**", "prisma/seed/**"], rules: syntax(defaultExport) },
  { files: ["tests/**"], rules: syntax(ownMock, defaultExport) },
  // Vitest and Playwright call the default export of a global set-up.
  { files: ["tests/support/cluster.ts", "tests/support/e2e-teardown.ts", ...CONFIGS], rules: syntax(ownMock) },
  { files: [".dependency-cruiser.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: SHIPPED,
    rules: { "no-console": "error", "no-alert": "error" },
  },
];

export default config;
