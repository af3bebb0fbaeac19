import { Textarea, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import type { Refused } from "./act.ts";
import { fieldOf } from "./sum-fields.tsx";

interface Props {
  readonly refused: Refused | undefined;
  readonly today: string;
  readonly dateLabel?: string | undefined;
  readonly noteLabel?: string | undefined;
  /** Where the day follows from something else. */
  readonly noDate?: boolean;
  /** Made by the page: the same form sent twice records once. */
  readonly formKey: string;
  /** Stands before the ids of the fields where a page has several forms. */
  readonly prefix?: string;
}

/** Day, document and note: what every entry says of itself. */
export function EntryFields({ refused, today, dateLabel, noteLabel, noDate = false, formKey, prefix = "" }: Props) {
  const t = useText(ledgerWords);
  const field = (name: string, filled = "") => ({
    id: `${prefix}${name}`,
    name,
    defaultValue: refused?.typed[name] ?? filled,
    error: refused && fieldOf(refused) === name ? refused.sentence : undefined,
  });
  return (
    <>
      <input type="hidden" name="key" value={refused?.typed.key ?? formKey} />
      {!noDate && <TextInput {...field("date", today)} type="date" label={dateLabel ?? t("date")} max={today} />}
      <TextInput {...field("basis")} label={t("basis")} description={t("basisHint")} maxLength={1000} />
      <Textarea {...field("note")} label={noteLabel ?? t("note")} rows={2} maxLength={2000} />
    </>
  );
}
