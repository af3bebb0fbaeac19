import { FIELDS, type Field, type FieldKey } from "../record/fields.data.ts";
import { type Names, printValue } from "../record/print.ts";
import type { Particulars } from "../record/record.ts";
import { NUMBER_HEAD } from "./heads.ts";
import type { Grid } from "./views.ts";

/** An association as it is written out. */
export interface WrittenAssociation {
  readonly number: number;
  readonly particulars: Particulars;
}

/** The register as a table: a head, then a row an association; read back it is the same. `names` are those behind ids. */
export function writeRegister(associations: readonly WrittenAssociation[], names: Names): Grid {
  const fields: readonly Field[] = FIELDS;
  return [
    [NUMBER_HEAD, ...fields.map(({ ru }) => ru)],
    ...associations.map(({ number, particulars }) => [
      String(number),
      ...fields.map((field) => printValue(field, particulars[field.key as FieldKey], names)),
    ]),
  ];
}
