import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { COMMITMENT_BASES } from "../../../src/ledger/contract.ts";
import type { RequestRow } from "../../../src/ledger/request/views.ts";
import type { ActivityCard } from "../../../src/ledger/views.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { SumFields } from "../parts/sum-fields.tsx";
import { ledgerWords } from "../words.ts";
import { fieldOfRequest } from "./read-form.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly activities: readonly ActivityCard[];
  /** What stands in the fields before anybody types. */
  readonly filled: RequestRow | null;
  readonly today: string;
  readonly formKey: string;
  readonly refused: Refused | undefined;
}

/** What a request says: activity and year, payee, purpose, document, sums and the day of payment. */
export function RequestFields({ activities, filled, today, formKey, refused }: Props) {
  const t = useText(requestWords);
  const money = useText(ledgerWords);
  const years = [...new Set(activities.flatMap((activity) => activity.years))].sort();
  const field = (name: string, value = "") => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? value,
    error: refused && fieldOfRequest(refused) === name ? refused.sentence : undefined,
  });
  const sums = refused && fieldOfRequest(refused) !== "sums" ? { ...refused, code: "" } : refused;
  return (
    <>
      <input type="hidden" name="key" value={refused?.typed.key ?? formKey} />
      <NativeSelect
        {...field("activityId", filled?.activity.id)}
        label={t("activity")}
        data={[
          { value: "", label: t("chooseActivity") },
          ...activities.map(({ id, name, position }) => ({ value: id, label: `${position}. ${name}` })),
        ]}
      />
      <NativeSelect
        {...field("year", String(filled?.year ?? today.slice(0, 4)))}
        label={t("year")}
        data={years.map(String)}
      />
      <TextInput {...field("payee", filled?.payee)} label={t("payee")} maxLength={500} />
      <Textarea {...field("purpose", filled?.purpose)} label={t("purpose")} rows={2} maxLength={1000} />
      <NativeSelect
        {...field("basisKind", filled?.basisKind ?? "contract")}
        label={t("basisKind")}
        data={COMMITMENT_BASES.map((kind) => ({ value: kind, label: money(`basis-${kind}`) }))}
      />
      <TextInput {...field("basis", filled?.basis)} label={t("basis")} description={t("basisHint")} maxLength={1000} />
      <TextInput {...field("date", filled?.date ?? today)} type="date" label={t("date")} max={today} />
      <SumFields sources={SOURCES} filled={filled?.parts ?? []} refused={sums} hint={money("sumsHint")} />
      <TextInput {...field("payBy", filled?.payBy)} type="date" label={t("payBy")} />
    </>
  );
}
