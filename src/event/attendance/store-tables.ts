import type { Transaction } from "kysely";
import type { Tx } from "../../platform/database/index.ts";
import type { ConsentChannel, CountMethod, MarkChannel, MarkState } from "./views.ts";

type Tenant = { municipality_id: string };
type Recorded = { recorded_at: Date; recorded_by_person_id: string | null; recorded_by_name: string | null };

/** Tables of attendance as SQL names them; their migration says what each column means. */
export type AttendanceTables = {
  participant: Tenant &
    Recorded & {
      id: string;
      name: string;
      search: string;
      birth_year: number | null;
      settlement_id: string | null;
      association_id: string | null;
      person_id: string | null;
      consent_text_id: string | null;
      consent_on: string | null;
      consent_channel: ConsentChannel | null;
      consent_withdrawn_on: string | null;
      alias_of_id: string | null;
      blanked_at: Date | null;
      version: number;
    };
  attendance_mark: Tenant &
    Recorded & {
      id: string;
      event_id: string;
      site_id: string;
      participant_id: string;
      channel: MarkChannel;
      marked_at: Date;
      state: MarkState;
      reason: string | null;
      decided_at: Date | null;
      decided_by_person_id: string | null;
    };
  attendance_count: Tenant &
    Recorded & {
      id: string;
      event_id: string;
      site_id: string;
      people: number;
      method: CountMethod;
      note: string;
      evidence_paper_id: string | null;
      replaced_at: Date | null;
    };
  event_turnout: Tenant & { event_id: string; site_id: string; named: number; counted: number | null; late: number };
  attendance_code: Tenant & {
    code: string;
    site_id: string;
    made_at: Date;
    made_by_person_id: string | null;
    ended_at: Date | null;
  };
  attendance_sheet: Tenant & {
    id: string;
    event_id: string;
    site_id: string;
    number: number;
    made_at: Date;
    made_by_person_id: string | null;
  };
  attendance_sheet_row: Tenant & {
    sheet_id: string;
    position: number;
    participant_id: string | null;
    mark_id: string;
    entered_at: Date | null;
  };
};

/** A pattern of LIKE for the beginning of a folded name. */
export function startOf(text: string): string {
  return `${text.replace(/[\\%_]/g, "")}%`;
}

export function withAttendanceTables(tx: Tx): Transaction<AttendanceTables> {
  return tx.$extendTables<AttendanceTables>();
}
