import { Tab, TextRun } from "docx";
import { printableText } from "../printable.ts";

/** One line or several: \n breaks the line within its paragraph, \t is a tab. */
export function makeRuns(text: string, bold = false): TextRun[] {
  return printableText(text)
    .split("\n")
    .flatMap((line, at) => makeLine(line, { bold, afterBreak: at > 0 }));
}

function makeLine(line: string, { bold, afterBreak }: { bold: boolean; afterBreak: boolean }): TextRun[] {
  const weight = bold ? { bold } : {};
  const before = afterBreak ? [new TextRun({ break: 1, ...weight })] : [];
  const pieces = line
    .split("\t")
    .flatMap((piece, at) => [
      ...(at > 0 ? [new TextRun({ children: [new Tab()], ...weight })] : []),
      ...(piece ? [new TextRun({ text: piece, ...weight })] : []),
    ]);
  return [...before, ...pieces];
}
