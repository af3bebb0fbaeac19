import { readSources, type SourceFile } from "./source-files.ts";

/** `npm run ruler`: the sizes of files and functions by slice, and the longest of each. */
const sources = readSources(["src", "web", "tools", "bin", "tests"], /\.(ts|tsx|mjs|js)$/);

interface Measure {
  readonly name: string;
  readonly lines: number;
}

/** A function begins with its declaration at some indent and ends with `}` at the same indent; the formatter sees to that. */
function measureFunctions({ path, lines }: SourceFile): Measure[] {
  return lines.flatMap((line, start) => {
    const match =
      /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?\(.*=> \{$)/.exec(line);
    if (!match) return [];
    const end = lines.findIndex((other, index) => index > start && new RegExp(`^${match[1]}\\}[);]*$`).test(other));
    return end < 0 ? [] : [{ name: `${path}:${start + 1} ${match[2] ?? match[3]}`, lines: end - start + 1 }];
  });
}

function sliceOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return /\.\w+$/.test(second) ? top : `${top}/${second}`;
}

function spread(measures: readonly Measure[]): string {
  const sizes = measures.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (part: number) => String(sizes[Math.max(0, Math.ceil(sizes.length * part) - 1)] ?? 0).padStart(5);
  return `${String(sizes.length).padStart(5)} ${at(0.5)} ${at(0.95)} ${at(1)}`;
}

function printRow(name: string, files: readonly SourceFile[]): void {
  const sizes = files.map(({ path, lines }) => ({ name: path, lines: lines.length }));
  const total = sizes.reduce((sum, { lines }) => sum + lines, 0);
  process.stdout.write(
    `${name.padEnd(22)}${String(total).padStart(6)}  ${spread(sizes)}   ${spread(files.flatMap(measureFunctions))}\n`,
  );
}

process.stdout.write(`${"".padEnd(22)} lines  files median  p95   max   functions median p95  max\n`);
for (const [slice, files] of Map.groupBy(sources, ({ path }) => sliceOf(path))) printRow(slice, files);
printRow("all", sources);

const longest = sources.flatMap(measureFunctions).sort((a, b) => b.lines - a.lines);
process.stdout.write(
  `\nlongest functions\n${longest
    .slice(0, 10)
    .map(({ name, lines }) => `${String(lines).padStart(5)}  ${name}`)
    .join("\n")}\n`,
);
