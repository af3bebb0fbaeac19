import { type FileCommandOptions, openSource, readName } from "./commands-files.ts";
import { readAnyDocument, readFileBytes } from "./office/read.ts";
import { writeWholeFile } from "./platform/whole-file.ts";
import type { Proposal } from "./programme/amend/index.ts";
import { applyProposals, readAct } from "./programme/amend/index.ts";
import { actFindingMessage, confidenceName } from "./programme/messages-amend.ts";
import { EXPORT_FORMATS, formatOf, writeProgrammeAs } from "./programme/write-as.ts";

/**
 * `act FILE PROGRAMME`: what an amending act proposes to change in a programme, point by point, and what in it was not
 * understood or does not fit; with `--to` the programme as it reads with all that was understood.
 * Gives the exit code: 0, or 1 where a point was not understood.
 */
export async function readActFile(
  given: FileCommandOptions & {
    readonly file: string;
    readonly programme: string;
    readonly edition: number | undefined;
    readonly to: string | undefined;
  },
): Promise<0 | 1> {
  const format = given.to === undefined ? null : formatOf(given.to, EXPORT_FORMATS);
  const source =
    given.edition === undefined ? readName(given.programme) : { name: given.programme, edition: given.edition };
  const { programme } = await openSource(source, given);
  const { proposals, findings } = readAct(await readAnyDocument(readFileBytes(given.file)), programme);
  // One sentence may change several figures, each a proposal of its own.
  const said = proposals.filter(({ quoted }, at) => quoted !== proposals[at - 1]?.quoted);
  for (const proposal of said) printProposal(proposal, given);
  for (const finding of findings) given.write(`! ${actFindingMessage(finding, given.language)}\n`);
  const amended = applyProposals(programme, proposals);
  if (format !== null && given.to !== undefined) {
    await writeWholeFile(given.to, await writeProgrammeAs(format, amended.programme));
    given.write(`${given.to}\n`);
  }
  return findings.length + amended.problems.length > 0 ? 1 : 0;
}

function printProposal({ place, quoted, confidence }: Proposal, { write, language }: FileCommandOptions): void {
  write(`${place.point ?? "·"}  ${quoted}\n    ${confidenceName(confidence, language)}\n`);
}
