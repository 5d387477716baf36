// For the VS Code extension unifiedjs.vscode-remark, which needs Node: marks mistakes in the front
// matter of a record while it is typed, by the schema of its column's kind. See docs/manual.md.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const schemas = {};
for (const column of readdirSync("content")) {
  const file = `content/${column}/_column.yml`;
  const kind = existsSync(file) && /^kind:\s*([a-z_]+)/m.exec(readFileSync(file, "utf8"))?.[1];
  const schema = `./docs/schemas/${kind}.json`;
  // A column that is made of the records of others has no files to check.
  if (existsSync(schema)) (schemas[schema] ??= []).push(`./content/${column}/*.md`);
}

export default {
  plugins: ["remark-frontmatter", ["remark-lint-frontmatter-schema", { schemas }]],
};
