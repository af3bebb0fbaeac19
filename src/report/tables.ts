import type { Transaction } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Quarter } from "../kernel/quarter.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ReportKind } from "./contract.ts";
import type { ReportMove, ReportState } from "./sign/views.ts";

type Tenant = { municipality_id: string };
type By = { by_person_id: string | null; by_name: string | null };

/** Tables of reports as SQL names them; their migration says what each column means. */
type ReportTables = {
  report_form: Tenant & By & { kind: ReportKind; version: number; content: unknown; at: Date };
  report: Tenant & {
    id: string;
    kind: ReportKind;
    programme_id: string;
    year: number;
    quarter: Quarter;
    executor: string;
    state: ReportState;
    version: number;
    draft: unknown;
    changed_at: Date;
  };
  report_step: Tenant &
    By & {
      report_id: string;
      step: number;
      move: ReportMove;
      content: string | null;
      hash: string | null;
      reason: string | null;
      at: Date;
    };
};

export function withReportTables(tx: Tx): Transaction<ReportTables> {
  return tx.$extendTables<ReportTables>();
}

/** Who does it, as the columns have it. */
export function describeDoer({ actor }: Context) {
  return {
    by_person_id: actor.kind === "person" ? actor.personId : null,
    by_name: actor.kind === "person" ? null : actor.kind === "system" ? actor.name : "stranger",
  };
}
