import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { NoticeKind } from "./contract.ts";

/** A record that people may talk about. */
export interface Subject {
  readonly title: string;
  /** The record's page, without its language. */
  readonly href: string;
  /** The people, associations, settlements and calls that it concerns: they are told of messages. */
  readonly belongsTo: readonly Id[];
  /** Whether the context's actor may see it. */
  readonly may: boolean;
}

/** Finds a record of one kind; null where there is none. Later slices pass theirs in. */
export type FindSubject<Transaction> = (ctx: Context<Transaction>, id: Id) => Promise<Subject | null>;

/** By kind of record, as addresses and messages name it: `task`, `programme-draft`. */
export type Subjects<Transaction> = Readonly<Record<string, FindSubject<Transaction>>>;

/** What a letter says of a notice; the outbox puts it into words and sends it. */
export interface Letter {
  readonly personId: Id;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly href: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Where letters go, in the same transaction as what they tell. */
export interface Letters<Transaction> {
  queue(ctx: Context<Transaction>, letter: Letter): Promise<void>;
}
