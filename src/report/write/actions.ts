import { loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { findContent, type GivenOut, getContent } from "../actions-read.ts";
import type { ReportSources } from "../compose/actions.ts";
import type { KeyInput } from "../draft/actions.ts";
import { hashText } from "../sign/actions.ts";
import { writeContent } from "../sign/freeze.ts";
import type { ReportFile, ReportFormat } from "../views.ts";
import { layOutReport } from "./paper.ts";
import { layOutReportBook } from "./workbook.ts";

/** A report as a file, by its id: of what is signed from its frozen text alone. Refuses as `getContent`. */
export async function writeReport(
  ctx: Context<Tx>,
  sources: ReportSources,
  given: { readonly id: string; readonly format: ReportFormat },
): Promise<ReportFile> {
  return writeFile(ctx, await getContent(ctx, sources, given.id), given.format);
}

/** The same by its key: what the command writes. Refuses as `findContent`. */
export async function writeReportOf(
  ctx: Context<Tx>,
  sources: ReportSources,
  { format, ...key }: KeyInput & { readonly format: ReportFormat },
): Promise<ReportFile> {
  return writeFile(ctx, await findContent(ctx, sources, key), format);
}

async function writeFile(ctx: Context<Tx>, { content, frozen }: GivenOut, format: ReportFormat): Promise<ReportFile> {
  const { slug } = await loadMunicipality(ctx);
  const part = content.quarter === 4 ? "" : `-q${content.quarter}`;
  const name = `${slug}-report-${content.kind}-${content.year}${part}.${format}`;
  const text = frozen ?? writeContent(content);
  const isSigned = frozen !== null;
  if (format === "json") return { name, bytes: new TextEncoder().encode(text) };
  if (format === "xlsx") {
    const { writeWorkbook } = await import("../../office/xlsx-write/write-xlsx.ts");
    return { name, bytes: await writeWorkbook(layOutReportBook(content)) };
  }
  const { writePaper } = await import("../../office/docx-write/write-docx.ts");
  return { name, bytes: await writePaper(layOutReport(content, { isSigned, hash: isSigned ? hashText(text) : null })) };
}
