import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { PersonalField } from "./fields.ts";

/** A table of a person's export: what it holds, and the rows as a person reads them. */
export interface PersonalSection {
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Files under their hash, with the names that they get in the export. */
  readonly files?: readonly { readonly hash: string; readonly name: string }[];
}

/**
 * What a slice knows of people: the fields that it declares, how it collects them for the person's export, and how it erases
 * them. The server's list of sources is the whole of what is kept of anybody.
 */
export interface PersonalSource<Transaction> {
  readonly fields: readonly PersonalField[];
  collect(ctx: Context<Transaction>, personId: Id): Promise<readonly PersonalSection[]>;
  erase(ctx: Context<Transaction>, personId: Id): Promise<void>;
}
