import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { NoticeKind, TaskKind, TaskStage, TaskState } from "./contract.ts";

type Tenant = { municipality_id: string };
type Doer = { by_person_id: string | null; by_name: string | null };

/** Tables of the desk as SQL names them; migration 0009 says what each column means. */
export type DeskTables = {
  desk_counter: Tenant & { kind: string; year: number; last: number };
  task: Tenant & {
    id: string;
    number: number;
    number_year: number;
    kind: TaskKind;
    year: number;
    title: string;
    details: string | null;
    subject_kind: string | null;
    subject_id: string | null;
    subject_href: string | null;
    purpose: string | null;
    source_id: string | null;
    executor: string | null;
    role: string | null;
    role_subject_id: string | null;
    owner_person_id: string | null;
    due_date: string;
    remind_days: number;
    state: TaskState;
    done_on: string | null;
    basis: string | null;
    given_at: Date;
    given_by_person_id: string | null;
    given_by_name: string | null;
    version: Generated<number>;
  };
  task_event: Tenant &
    Doer & {
      task_id: string;
      version: number;
      kind: string;
      at: Date;
      note: string | null;
      before: unknown;
      after: unknown;
    };
  task_reminder: Tenant & { task_id: string; due_date: string; stage: TaskStage; at: Date };
  task_executor: Tenant & { name: string; role: string; person_id: string | null; changed_at: Date };
  message: Tenant & { id: string; subject_kind: string; subject_id: string; author_id: string; at: Date };
  message_version: Tenant & { message_id: string; version: number; text: string; at: Date };
  message_file: Tenant & {
    id: string;
    message_id: string;
    hash: string;
    name: string;
    media_type: string;
    bytes: bigint;
  };
  message_reading: Tenant & {
    subject_kind: string;
    subject_id: string;
    person_id: string;
    message_id: string;
    at: Date;
  };
  notice: Tenant & {
    id: string;
    person_id: string;
    kind: NoticeKind;
    key: string;
    subject_kind: string;
    subject_id: string;
    href: string;
    title: string;
    detail: unknown;
    at: Date;
    read_at: Date | null;
  };
  notice_choice: Tenant & { person_id: string; kind: NoticeKind; by_letter: boolean };
};

export function withDeskTables(tx: Tx): Transaction<DeskTables> {
  return tx.$extendTables<DeskTables>();
}
