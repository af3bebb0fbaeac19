import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import { formatDecimal } from "../../../src/kernel/decimal.ts";
import { SHARE_BASES, type YearTerms } from "../../../src/ledger/cofinancing/contract.ts";
import type { AgreementView } from "../../../src/ledger/cofinancing/views.ts";
import type { ActivityCard } from "../../../src/ledger/views.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { roubles } from "../parts/money.ts";
import { fieldOfAgreement } from "./read-form.ts";
import { cofinancingWords } from "./words.ts";

interface Props {
  readonly activities: readonly ActivityCard[];
  readonly years: readonly { readonly year: number; readonly returnBy: string }[];
  /** What stands in the fields before anybody types: the terms as they are. */
  readonly filled: AgreementView | null;
  readonly refused: Refused | undefined;
  readonly formKey: string;
  /** The fields that a new agreement or an amendment has of its own, on top. */
  readonly children: ReactNode;
}

/** Parties, activities, sums and rules by year: the terms of an agreement whole. */
export function AgreementForm({ activities, years, filled, refused, formKey, children }: Props) {
  const t = useText(cofinancingWords);
  const busy = useNavigation().state === "submitting";
  const typed = refused?.typed;
  const chosen = filled?.activities.map(({ id }) => id) ?? [];
  const field = (name: string, value = "") => ({ id: name, name, defaultValue: typed?.[name] ?? value });
  return (
    <>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOfAgreement(refused), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <input type="hidden" name="key" value={typed?.key ?? formKey} />
        {children}
        <TextInput {...field("grantor", filled?.grantor)} label={t("grantor")} maxLength={500} />
        <TextInput {...field("grantee", filled?.grantee)} label={t("grantee")} maxLength={500} />
        <Textarea {...field("programme", filled?.programme)} label={t("programme")} rows={3} maxLength={1000} />
        <fieldset className="sums" id="activities">
          <legend>{t("activities")}</legend>
          {activities.map(({ id, name, position }) => (
            <Checkbox
              key={id}
              name={`activity-${id}`}
              value="yes"
              label={`${position}. ${name}`}
              defaultChecked={typed ? typed[`activity-${id}`] === "yes" : chosen.includes(id)}
            />
          ))}
        </fieldset>
        <p className="note" id="years">
          {t("yearsHint")}
        </p>
        {years.map((year) => (
          <YearFields
            key={year.year}
            {...year}
            terms={filled?.years.find((known) => known.year === year.year) ?? null}
            typed={typed}
          />
        ))}
        <TextInput
          {...field("lateReturnDays", filled ? String(filled.lateReturnDays) : "10")}
          label={t("daysField")}
          inputMode="numeric"
        />
        <Textarea {...field("note")} label={t("note")} rows={2} maxLength={2000} />
        <Button type="submit" loading={busy}>
          {t("record")}
        </Button>
      </Form>
    </>
  );
}

interface YearProps {
  readonly year: number;
  readonly returnBy: string;
  readonly terms: YearTerms | null;
  readonly typed: Readonly<Record<string, string>> | undefined;
}

function YearFields({ year, returnBy, terms, typed }: YearProps) {
  const t = useText(cofinancingWords);
  const field = (name: string, value: string) => ({
    id: `${name}-${year}`,
    name: `${name}-${year}`,
    defaultValue: typed?.[`${name}-${year}`] ?? value,
  });
  const rule = terms?.rule;
  return (
    <fieldset className="sums">
      <legend>{t("yearTab", { year })}</legend>
      <TextInput
        {...field("sum", terms ? roubles(terms.kopecks, "ru") : "")}
        label={t("yearSum")}
        inputMode="decimal"
      />
      <TextInput
        {...field("share", rule ? formatDecimal(rule.minShare).replace(".", ",") : "")}
        label={t("yearShare")}
        inputMode="decimal"
      />
      <NativeSelect
        {...field("base", rule?.base ?? "total")}
        label={t("yearBase")}
        data={SHARE_BASES.map((base) => ({ value: base, label: t(`of-${base}`) }))}
      />
      <TextInput {...field("ruleBasis", rule?.basis ?? "")} label={t("yearBasis")} maxLength={1000} />
      <TextInput
        {...field("returnBy", terms?.returnBy ?? returnBy)}
        label={t("yearReturn")}
        description={t("yearReturnHint")}
        type="date"
      />
    </fieldset>
  );
}
