import type { CommandOptions } from "./commands.ts";
import { withParts } from "./commands.ts";
import { writeWholeFile } from "./platform/whole-file.ts";
import { formatOf } from "./programme/write-as.ts";

/** A report to the region as the command names it. */
export interface GivenReport {
  readonly year: number;
  /** The first quarters, 1 to 3; the whole year where none is named. */
  readonly quarter: number | undefined;
  /** By its number; the only one of the year where none is named. */
  readonly agreement: string | undefined;
  /** Ends in `.docx` or `.xlsx`. */
  readonly to: string;
  /** By its short name; the first where none is named. */
  readonly municipality: string | undefined;
}

/**
 * `region-report YEAR --to FILE`: the report on the subsidy, as its page gives it out; works beside a running server.
 * Refuses `format-not-written`, `tenant-unknown`, and as `chooseAgreement` and `writeReport`.
 */
export async function writeRegionReport({ data, write, ...given }: CommandOptions & GivenReport): Promise<void> {
  const format = formatOf(given.to, ["docx", "xlsx"] as const);
  const { year, quarter = null, agreement = null } = given;
  const { bytes } = await withParts(
    data,
    ({ ledger }, run) =>
      run(async (ctx) =>
        ledger.writeReport(
          ctx,
          { id: await ledger.chooseAgreement(ctx, { year, number: agreement }), year, quarter },
          format,
        ),
      ),
    given.municipality,
  );
  await writeWholeFile(given.to, bytes);
  write(`${given.to}\n`);
}

/** A programme's report as the command names it. */
export interface GivenProgrammeReport {
  readonly year: number;
  readonly kind: string;
  /** The first quarters, 1 to 3; the whole year where none is named. */
  readonly quarter: number | undefined;
  /** Of an executor's report: as the document names them. */
  readonly executor: string | undefined;
  /** The only programme of the year where none is named. */
  readonly programme: string | undefined;
  /** Ends in `.docx`, `.xlsx` or `.json`. */
  readonly to: string;
  readonly municipality: string | undefined;
}

/**
 * `report YEAR --to FILE`: the report on the programme as its page gives it out, as it was signed where it was; works beside a
 * running server. Refuses `format-not-written`, `tenant-unknown`, and as `writeReportOf`.
 */
export async function writeProgrammeReport({ data, write, ...given }: CommandOptions & GivenProgrammeReport) {
  const format = formatOf(given.to, ["docx", "xlsx", "json"] as const);
  const { kind, year, quarter = 4, executor = "", programme = "" } = given;
  const key = { kind, year: String(year), quarter: String(quarter), executor, slug: programme };
  const { bytes } = await withParts(
    data,
    ({ reports }, run) => run((ctx) => reports.writeReportOf(ctx, { ...key, format })),
    given.municipality,
  );
  await writeWholeFile(given.to, bytes);
  write(`${given.to}\n`);
}
