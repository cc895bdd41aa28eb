// The layers of CONTRIBUTING.md as rules. tests/architecture/rules.test.ts plants a violation of each one.

/** Left to right: a domain may use those before it, never those after it. */
const DOMAINS = [
  "text",
  "accounts",
  "projects",
  "articles",
  "codebook",
  "assignments",
  "annotations",
  "lessons",
  "agreement",
  "adjudication",
  "stance",
  "compare",
  "figures",
  "exchange",
  "lti",
];

const SERVER = "^lib/[^/]+/server/";
const FORMATS = "^lib/articles/formats/";
const SHELL = [SERVER, "^lib/(platform|api)/"];
const FRAMEWORK =
  "(^|/)node_modules/(next|next-auth|react|react-dom|pg|pg-boss|pg-copy-streams|prisma|server-only|hono|nodemailer|pino|@prisma/[^/]+|@hono/[^/]+|@next-auth/[^/]+)/";
const DATABASE = [
  "^lib/platform/database",
  "^prisma/generated/",
  "(^|/)node_modules/(pg|pg-boss|pg-copy-streams|@prisma/[^/]+)/",
];
const VALUES = { dependencyTypesNot: ["type-only"] };
// What only a person at the terminal runs.
const TOOLS = "^(scripts|tests|prisma/seed)/";

// An actor carries what its role may do, so accounts read the one table of permissions, which imports nothing.
const PERMISSIONS = "^lib/projects/permissions[.]ts$";

const leftward = DOMAINS.slice(0, -1).map((domain, place) => ({
  name: `leftward-only-${domain}`,
  comment: `lib/${domain} may import the domains to its left only.`,
  severity: "error",
  from: { path: `^lib/${domain}/` },
  to: { path: `^lib/(${DOMAINS.slice(place + 1).join("|")})/`, ...(domain === "accounts" ? { pathNot: PERMISSIONS } : {}) },
}));

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    ...leftward,
    error("no-cycles", "Two modules that need each other are one module.", {}, { circular: true, viaOnly: VALUES }),
    error("no-broken-import", "The import leads nowhere.", {}, { couldNotResolve: true }),
    error(
      "kernel-imports-nothing",
      "lib/kernel stands below everything.",
      { path: "^lib/kernel/" },
      { path: "^(lib|components|app|prisma|scripts)/", pathNot: "^lib/kernel/" },
    ),
    error(
      "platform-knows-no-domain",
      "lib/platform uses lib/kernel only.",
      { path: "^lib/platform/" },
      { path: "^(lib|components|app)/", pathNot: "^lib/(kernel|platform)/" },
    ),
    error(
      "core-is-pure",
      "A core takes plain data and gives plain data: no framework, no server, no platform.",
      { path: "^lib/", pathNot: SHELL },
      { path: [FRAMEWORK, "^prisma/", ...SHELL] },
    ),
    error(
      "core-has-no-io",
      "A core has no file, network or clock: hand the data in.",
      { path: "^lib/", pathNot: [...SHELL, FORMATS] },
      { dependencyTypes: ["core"] },
    ),
    error(
      "formats-work-in-memory",
      "Formats unpack bytes that they are handed; they open no file and no connection.",
      { path: FORMATS },
      { dependencyTypes: ["core"], pathNot: "^(node:)?(buffer|events|stream|zlib)$" },
    ),
    error(
      "audit-knows-actors-only",
      "Every domain writes to the audit log; it may know accounts, and nothing else of ours.",
      { path: "^lib/audit/" },
      { path: "^lib/", pathNot: "^lib/(audit|kernel|platform|accounts)/" },
    ),
    error(
      "permissions-import-nothing",
      "The table of permissions is data.",
      { path: PERMISSIONS },
      { path: "^lib/", pathNot: "^lib/kernel/" },
    ),
    error(
      "lib-below-app",
      "lib knows neither pages nor components.",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    error(
      "server-below-api",
      "The HTTP surface stands on the server folders, not the other way round.",
      { path: "^lib/", pathNot: "^lib/api/" },
      { path: "^lib/api/" },
    ),
    error(
      "ui-kit-knows-no-domain",
      "components/ui may use lib/kernel only.",
      { path: "^components/ui/" },
      { path: "^(lib|components|app)/", pathNot: "^(lib/kernel|components/ui)/" },
    ),
    error(
      "components-never-server",
      "Components take types from the server and talk to it through components/api/client.ts.",
      { path: "^components/" },
      { path: [SERVER, "^lib/api/", "^lib/platform/", "^prisma/"], ...VALUES },
    ),
    error("components-below-app", "Components do not know pages.", { path: "^components/" }, { path: "^app/" }),
    error(
      "only-server-touches-database",
      "SQL and Prisma stand in lib/*/server and lib/platform only.",
      { path: "^(app|components|lib|proxy|prisma/seed)", pathNot: [SERVER, "^lib/platform/", TOOLS, "^prisma/generated/"] },
      { path: DATABASE },
    ),
    error(
      "pages-do-not-mount-api",
      "Pages read through server functions; only app/api mounts lib/api.",
      { path: "^app/", pathNot: "^app/api/" },
      { path: "^lib/api/", ...VALUES },
    ),
    error(
      "nothing-imports-tests",
      "What ships does not know the tests.",
      { path: "^(app|components|lib|prisma|scripts)/" },
      { path: "^tests/" },
    ),
    error(
      "nothing-imports-scripts",
      "Scripts stand above the application.",
      { path: "^(app|components|lib)/" },
      { path: "^scripts/" },
    ),
    error(
      "no-development-packages",
      "What ships uses dependencies, not devDependencies.",
      { path: "^(app|components|lib|prisma/seed)/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    ),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: ["^\\.next/", "^next-env"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
