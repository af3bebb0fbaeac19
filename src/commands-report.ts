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
