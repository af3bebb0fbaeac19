import type { Action } from "../../src/access/permissions.ts";
import type { Id } from "../../src/kernel/id.ts";
import type { Form } from "../installation/ask.ts";
import type { Call } from "./calls.ts";
import type { Records } from "./records.ts";

/** The line of the permission table that a call asks for; what everybody may and what whoever has signed in may have no line. */
export type Asks = Action | "everybody" | "signed-in";

/** Who asks, as far as a row must know it. */
export interface Asker {
  readonly personId: Id | null;
  readonly holdings: readonly { readonly subjectId: Id | null }[];
}

/** What the asker holds a role within: such a page shows everybody what is theirs, and is closed to whoever holds nothing. */
export function heldBy(_records: Records, { holdings }: Asker): readonly Id[] {
  return holdings.flatMap(({ subjectId }) => subjectId ?? []);
}

/** One call of a route where its line alone does not say everything. */
export interface CallRow {
  readonly asks: Asks;
  /** To whom and what the record belongs, as `may` takes it; `anything`: the right to something of one's own is enough. */
  readonly of?: "anything" | ((records: Records, asker: Asker) => readonly Id[] | Promise<readonly Id[]>);
  /** A second line that is asked for too. */
  readonly also?: Pick<CallRow, "asks" | "of">;
  /** What the form sends besides its `intent`; enough that the right alone decides. `json`: it goes as JSON. */
  readonly form?: Form | ((records: Records, asker: Asker) => Form | Promise<Form>);
  /** The status for whoever may, where it is neither success nor a redirect. */
  readonly status?: number;
  readonly json?: true;
  /** Whom the line `asks` does not let is told that there is nothing, 404. */
  readonly hides?: true;
  /** What whoever may do it leaves behind would stand in the way of the other rows: it comes last. */
  readonly last?: true;
}

/** A route's calls, and the line that each asks for, or a row where the line alone does not say everything. */
export type Calls = { readonly [call in Call]?: Asks | CallRow };

/** A route of `web/app/routes.ts` and what each of its calls asks for. */
export interface RouteRow {
  /** As the file has it, without the language. */
  readonly route: string;
  /** Its address for the records of a municipality, where the route has parameters or needs a query. */
  readonly at?: (records: Records, asker: Asker) => string | Promise<string>;
  readonly calls: Calls;
}

/** The calls of a row, each whole. */
export function listCalls({ calls }: RouteRow): readonly { readonly call: Call; readonly row: CallRow }[] {
  return Object.entries(calls).flatMap(([call, row]) =>
    row ? [{ call: call as Call, row: typeof row === "string" ? { asks: row } : row }] : [],
  );
}

/** To `of`: the person who asks. */
export const self = (_records: Records, { personId }: Asker): readonly Id[] => (personId ? [personId] : []);

/** A file of a form. */
export const file = (name: string, text = "text"): File => new File([text], name);
