// Reads every .md of a folder with markdown-it and yaml and writes beside it, as JSON, what they saw:
//   node outline.mjs <node_modules> <folder>
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const [modules, folder] = process.argv.slice(2);
const require = createRequire(join(modules, "x.cjs"));
const load = async (name) => { const loaded = await import(pathToFileURL(require.resolve(name)).href); return loaded.default ?? loaded; };
const MarkdownIt = await load("markdown-it");
const YAML = await load("yaml");
const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });

// Text as a reader sees it, and every mark-up in it that is neither code nor a line break.
const textOf = (inline, marks) => inline.children.map((token) => {
  switch (token.type) {
    case "text": case "text_special": return token.content;
    case "code_inline": return token.content;
    case "softbreak": case "hardbreak": return "\n";
    case "html_inline": if (/^<br\s*\/?>$/i.test(token.content)) { return "\n"; }
  }
  marks.push(`${token.type} ${token.content} in: ${inline.content.slice(0, 80)}`);
  return token.content;
}).join("");

const outline = (source) => {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(source);
  const seen = { frontMatter: null, frontMatter11: null, headings: [], tables: [], items: [], paragraphs: [], marks: [], blocks: [] };
  if (front) {
    seen.frontMatter = YAML.parse(front[1]);
    seen.frontMatter11 = YAML.parse(front[1], { version: "1.1" });
  }
  const tokens = parser.parse(front ? source.slice(front[0].length) : source, {});
  const open = [];
  for (const [index, token] of tokens.entries()) {
    if (token.nesting === 1) { open.push(token.type); }
    if (token.nesting === -1) { open.pop(); }
    if (["html_block", "fence", "code_block", "hr"].includes(token.type)) { seen.blocks.push(`${token.type} ${token.content.slice(0, 80)}`); }
    if (token.type === "table_open") { seen.tables.push({ section: seen.headings.length, rows: [] }); }
    if (token.type === "tr_open") { seen.tables.at(-1).rows.push([]); }
    if (token.type !== "inline") { continue; }
    const text = textOf(token, seen.marks);
    if (open.at(-1) === "heading_open") { seen.headings.push({ level: Number(tokens[index - 1].tag[1]), text }); }
    else if (["th_open", "td_open"].includes(open.at(-1))) { seen.tables.at(-1).rows.at(-1).push(text); }
    else if (open.includes("list_item_open")) { seen.items.push({ section: seen.headings.length, text, depth: open.filter((type) => type === "list_item_open").length }); }
    else { seen.paragraphs.push({ section: seen.headings.length, text, quoted: open.includes("blockquote_open") }); }
  }
  return seen;
};

for (const name of readdirSync(folder).filter((entry) => entry.endsWith(".md"))) {
  writeFileSync(join(folder, name.replace(/\.md$/, ".json")), JSON.stringify(outline(readFileSync(join(folder, name), "utf8"))));
}
