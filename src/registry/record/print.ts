import { printDay } from "../../kernel/day.ts";
import { CHOICE_NAMES, type Field } from "./fields.data.ts";
import { type Amendment, type FieldValue, fieldOf } from "./record.ts";

/** Names that stand under ids: people and settlements. */
export type Names = ReadonlyMap<string, string>;

/** A value as a file and a form have it, in Russian; `parseValue` reads it back the same. */
export function printValue(field: Field, value: FieldValue | undefined, names: Names): string {
  if (value === undefined) return "";
  switch (field.kind) {
    case "date":
      return printDay(String(value));
    case "flag":
      return value ? "да" : "нет";
    case "choice":
      return CHOICE_NAMES[String(value)]?.ru ?? String(value);
    case "settlement":
    case "person":
      return names.get(String(value)) ?? "";
    case "people":
      return (value as readonly string[]).map((id) => names.get(id) ?? "").join("\n");
    case "acts":
      return (value as readonly Amendment[]).map(printAmendment).join("\n");
    case "hidden":
      return (value as readonly string[]).map((key) => fieldOf(key)?.ru ?? key).join("; ");
    default:
      return String(value);
  }
}

function printAmendment({ date, number, act }: Amendment): string {
  return `${printDay(date)}; ${number && `№ ${number}`}; ${act}`;
}
