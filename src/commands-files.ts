import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import type { CommandOptions, Run } from "./commands.ts";
import type { Language } from "./kernel/refusal.ts";
import { Refusal } from "./kernel/refusal.ts";
import { writeWholeFile } from "./platform/whole-file.ts";
import type { TechniqueChoices } from "./programme/amend/index.ts";
import type { NamedProgramme } from "./programme/compare/index.ts";
import type { ProgrammeDoor } from "./programme/index.ts";
import { partName } from "./programme/messages.ts";
import { editionName } from "./programme/messages-comparison.ts";
import { readProgrammeFile } from "./programme/reading.ts";
import type { Comparison } from "./programme/views-comparison.ts";
import { EXPORT_FORMATS, formatOf, writeProgrammeAs } from "./programme/write-as.ts";
import type { ServerRefusalCode } from "./server/refusals.ts";

// A command loads what it writes with and no more: the answer to `export` must not wait for what `amend` needs.

export interface FileCommandOptions extends CommandOptions {
  readonly language: Language;
}

/** `export PROGRAMME --edition N --to FILE`: an approved edition, or a document laid out again. */
export async function exportProgramme(
  given: FileCommandOptions & { readonly programme: string; readonly edition: number | undefined; readonly to: string },
): Promise<void> {
  const format = formatOf(given.to, EXPORT_FORMATS);
  const { programme } = await openSource({ name: given.programme, edition: given.edition ?? null }, given);
  await writeWholeFile(given.to, await writeProgrammeAs(format, programme));
  given.write(`${given.to}\n`);
}

/** `compare A B`: files or `short-name@edition`; printed, or written as .docx or .xlsx. */
export async function compareProgrammes(
  given: FileCommandOptions & { readonly was: string; readonly became: string; readonly to: string | undefined },
): Promise<void> {
  const format = given.to === undefined ? null : formatOf(given.to, ["docx", "xlsx"] as const);
  const comparison = await compareSources(readName(given.was), readName(given.became), given);
  if (format === null || given.to === undefined) {
    (await import("./programme/cli-comparison.ts")).printComparison(comparison, given);
    return;
  }
  const { writeComparisonAs } = await import("./programme/write-comparison.ts");
  await writeWholeFile(given.to, await writeComparisonAs(format, comparison, given.language));
  given.write(`${given.to}\n`);
}

/** `amend PROGRAMME --edition N --to FILE.docx`: the act that makes edition N out of the one before it, or out of `--from`. */
export async function amendProgramme(
  given: FileCommandOptions & {
    readonly programme: string;
    readonly edition: number | undefined;
    readonly from: string | undefined;
    readonly restate: readonly string[];
    readonly replace: readonly string[];
    readonly to: string;
  },
): Promise<void> {
  formatOf(given.to, ["docx"] as const);
  const became = { name: given.programme, edition: given.edition ?? null };
  const was = given.from === undefined ? await findEarlier(became, given) : readName(given.from);
  const comparison = await compareSources(was, became, given);
  const [before, after] = [await openSource(was, given), await openSource(became, given)];
  const [{ AMENDED_PARTS, draftAct, planAct, suggestRequisites }, { techniqueName }, { writePaper }] =
    await Promise.all([
      import("./programme/amend/index.ts"),
      import("./programme/messages-amend.ts"),
      import("./office/docx-write/write-docx.ts"),
    ]);
  const requisites = suggestRequisites(before.programme);
  const chosen = [
    ...given.restate.map((part) => [part, "restate"] as const),
    ...given.replace.map((part) => [part, "replace"] as const),
  ];
  const techniques: TechniqueChoices = Object.fromEntries(chosen);
  const input = { was: before.programme, became: after.programme, changes: comparison.changes, requisites, techniques };
  const plan = planAct(input);
  await writeWholeFile(given.to, await writePaper(draftAct(input)));
  for (const part of AMENDED_PARTS) {
    const technique = plan.techniques[part];
    if (technique) given.write(`${partName(part, given.language)}: ${techniqueName(technique, given.language)}\n`);
  }
  given.write(`${given.to}\n`);
}

/** What a command calls a programme: a file, or the short name of `list` with an edition; null is the last one. */
export interface SourceName {
  readonly name: string;
  readonly edition: number | null;
}

/** `ordynsky-2024-2026@1`, `ordynsky-2024-2026`, `programme.docx`. */
export function readName(text: string): SourceName {
  const match = /^(.+)@(\d{1,6})$/.exec(text);
  if (match?.[1] && match[2] && !existsSync(text)) return { name: match[1], edition: Number(match[2]) };
  return { name: text, edition: null };
}

/** A short name has no ending; what has one is meant as a file even where it does not exist, so that the answer says so. */
function isFile({ name }: SourceName): boolean {
  return existsSync(name) || extname(name) !== "" || /[\\/]/.test(name);
}

export async function openSource(source: SourceName, given: FileCommandOptions): Promise<NamedProgramme> {
  if (isFile(source)) return openFile(source);
  return inInstallation(given, async (door, run) => {
    const edition = await run((ctx) => door.getEdition(ctx, source.name, source.edition ?? undefined));
    const called = {
      title: edition.programme.title,
      name: editionName(edition.number, given.language),
      basis: edition.basis,
    };
    return { programme: edition.content, called };
  });
}

async function openFile({ name, edition }: SourceName): Promise<NamedProgramme> {
  if (edition !== null) throw new Refusal<ServerRefusalCode>("file-has-no-editions", { file: basename(name) });
  const called = (title: string) => ({ title, name: basename(name), basis: null });
  const { programme } = await readProgrammeFile(name);
  return { programme, called: called(programme.title.text) };
}

/** Two editions of one programme are compared by the identities of their lines, anything else by content. */
async function compareSources(was: SourceName, became: SourceName, given: FileCommandOptions): Promise<Comparison> {
  if (!isFile(was) && !isFile(became) && was.name === became.name) {
    const slug = was.name;
    return inInstallation(given, async (door, run) => {
      const last = await run((ctx) => door.getEdition(ctx, slug));
      const pair = { slug, was: was.edition ?? last.number, became: became.edition ?? last.number };
      return run((ctx) => door.compareEditions(ctx, pair));
    });
  }
  const { makeComparison } = await import("./programme/compare/index.ts");
  return makeComparison(await openSource(was, given), await openSource(became, given));
}

async function findEarlier(became: SourceName, given: FileCommandOptions): Promise<SourceName> {
  if (isFile(became)) throw new Refusal<ServerRefusalCode>("nothing-to-amend-from", { programme: became.name });
  const number = became.edition ?? (await lastEdition(became, given));
  if (number < 2) throw new Refusal<ServerRefusalCode>("nothing-to-amend-from", { programme: became.name });
  return { name: became.name, edition: number - 1 };
}

async function lastEdition({ name }: SourceName, given: FileCommandOptions): Promise<number> {
  return inInstallation(given, async (door, run) => (await run((ctx) => door.getEdition(ctx, name))).number);
}

async function inInstallation<T>(
  { data }: FileCommandOptions,
  work: (door: ProgrammeDoor, run: Run) => Promise<T>,
): Promise<T> {
  // The database is not loaded where files alone are asked for.
  const { withParts } = await import("./commands.ts");
  return withParts(data, (parts, run) => work(parts.programme, run));
}
