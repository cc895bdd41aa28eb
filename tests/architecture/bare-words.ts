import ts from "typescript";

/** The folders and files whose words all come from the catalogue. A folder is added when its last word has moved. */
export const WORDLESS = [
  "components/accounts",
  "components/agreement",
  "components/annotator",
  "components/articles",
  "components/assign",
  "components/charts",
  "components/codebook",
  "components/compare",
  "components/discussion",
  "components/history",
  "components/intake",
  "components/keys",
  "components/live",
  "components/outlets",
  "components/progress",
  "components/people",
  "components/practice",
  "components/projects",
  "components/queue",
  "components/revisions",
  "components/rich-text",
  "components/settings",
  "components/stance",
  "components/targets",
  "components/ui",
  "app",
] as const;

/** Stands in for the root layout when that fails, and so outside of every language. */
export const ENGLISH_ONLY: readonly string[] = ["app/global-error.tsx"];

/** Attributes that people read or hear. */
const SPOKEN = new Set(["label", "title", "placeholder", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "alt", "legend", "caption", "detail", "what", "why", "who", "hint", "text", "facts", "sub", "safe", "todo", "heading", "error", "navLabel", "reference"]);
/** Properties of objects that end up in such attributes: options, toasts. */
const SPOKEN_PROPERTIES = new Set(["label", "title", "text", "hint", "detail", "caption", "placeholder"]);
/** The same in every language: the name of the program, examples of what is typed, the classes of a caption. */
const NAMES = new Set(["Slant", "wise", "Slantwise", "UTC", "CSV", "https://", "en", "p cap"]);

/** Nothing but a sentence looks so, wherever it stands. */
const SENTENCE = /^\p{Lu}.*\p{L} .*[.…?]$/u;
const isImported = (node: ts.Node): boolean => ts.isImportDeclaration(node.parent);
const LETTERS = /\p{L}{2}/u;
const isWords = (text: string): boolean => LETTERS.test(text) && !NAMES.has(text.trim());

/** The literal texts that an expression may come to, without those that are handed to a function: `busy ? "Saving…" : t("save")` → ["Saving…"]. */
function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [[node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" "), ...node.templateSpans.flatMap((span) => literals(span.expression))];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return literals(node.expression);
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literals);
  // ["a", b].filter(…).join(…), and what a list is made of: items.map((item) => `${item} words`).
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return [...literals(node.expression.expression), ...node.arguments.flatMap((made) => (ts.isArrowFunction(made) && !ts.isBlock(made.body) ? literals(made.body) : []))];
  }
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return literals(node.right);
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.PlusToken) return [...literals(node.left), ...literals(node.right)];
  }
  return [];
}

/** What a file says by itself, with lines: words between tags, in attributes that are read out, in labels of options. */
export function bareWords(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const say = (node: ts.Node, texts: readonly string[]) => {
    for (const text of texts.filter(isWords)) found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) say(node, [node.text]);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) say(node, literals(node.expression));
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) say(node, [node.initializer.text]);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) say(node, literals(node.initializer.expression));
    }
    if (ts.isPropertyAssignment(node) && SPOKEN_PROPERTIES.has(node.name.getText())) say(node, literals(node.initializer));
    if (ts.isStringLiteralLike(node) && SENTENCE.test(node.text) && !isImported(node) && found.every((line) => !line.includes(node.text))) say(node, [node.text]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
