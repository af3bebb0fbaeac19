import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import type { CofinancingYear } from "../../../src/ledger/cofinancing/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { EntryFields } from "../parts/entry-fields.tsx";
import { roubles } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

interface Props {
  readonly year: CofinancingYear;
  readonly rights: { readonly agree: boolean; readonly receive: boolean };
  readonly keys: Readonly<Record<string, string>>;
  readonly today: string;
  readonly refused: Refused | undefined;
}

/** What a person may record of this year, each folded away until it is needed. */
export function MoveForms(given: Props) {
  const { year, rights } = given;
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const standing = year.transfers.filter(({ kind, isReversed }) => kind !== "reversal" && !isReversed);
  const isOpen = year.agreement.endedOn === null;
  const held = year.received - year.returned;
  if (!rights.receive && !(rights.agree && isOpen)) return null;
  return (
    <section className="part" id="next">
      <h2>{t("whatNext")}</h2>
      {rights.receive && isOpen && (
        <MoveForm {...given} intent="receive" title={t("doReceive")} hint={t("hintReceive")}>
          <SumField {...given} intent="receive" filled="" />
        </MoveForm>
      )}
      {rights.receive && held > 0n && (
        <MoveForm {...given} intent="return" title={t("doReturn")} hint={t("hintReturn")}>
          <SumField {...given} intent="return" filled={year.rest > 0n ? roubles(year.rest, "ru") : ""} />
        </MoveForm>
      )}
      {rights.receive && standing.length > 0 && (
        <MoveForm {...given} intent="reverse" title={t("doReverse")} hint={t("hintReverse")} noDate>
          <NativeSelect
            name="transfer"
            label={t("whichTransfer")}
            data={standing.map(({ id, number, kind, date, kopecks }) => ({
              value: id,
              label: `№ ${number}: ${t(kind === "return" ? "return" : "receipt")}, ${formatDate(date, language)}, ${roubles(kopecks, language)}`,
            }))}
          />
        </MoveForm>
      )}
      {rights.agree && isOpen && (
        <MoveForm {...given} intent="end" title={t("doEnd")} hint={t("hintEnd")}>
          <input type="hidden" name="version" value={String(year.agreement.version)} />
        </MoveForm>
      )}
    </section>
  );
}

type Intent = "receive" | "return" | "reverse" | "end";

interface FormProps extends Props {
  readonly intent: Intent;
  readonly title: string;
  readonly hint: string;
  readonly noDate?: boolean;
  readonly children: ReactNode;
}

function MoveForm({ year, keys, today, intent, title, hint, noDate = false, children, ...given }: FormProps) {
  const t = useText(cofinancingWords);
  const busy = useNavigation().state === "submitting";
  const refused = given.refused?.intent === intent ? given.refused : undefined;
  return (
    <details className="fold" open={refused !== undefined}>
      <summary>{title}</summary>
      <Form method="post" className="form narrow wider">
        <p className="note">{hint}</p>
        <input type="hidden" name="year" value={String(year.terms.year)} />
        {children}
        <EntryFields
          prefix={`${intent}-`}
          refused={refused}
          today={today}
          noDate={noDate}
          noteLabel={intent === "reverse" ? t("whyReversed") : undefined}
          formKey={keys[intent] ?? ""}
        />
        <Button type="submit" name="intent" value={intent} variant="outline" loading={busy}>
          {title}
        </Button>
      </Form>
    </details>
  );
}

const OF_SUMS = /^(ledger-(sum|currency|thousandfold)|transfer-over)/;

function SumField({ intent, filled, ...given }: Props & { readonly intent: Intent; readonly filled: string }) {
  const t = useText(cofinancingWords);
  const refused = given.refused?.intent === intent ? given.refused : undefined;
  const asks = refused?.code === "ledger-thousandfold" || refused?.typed.confirmed === "yes";
  return (
    <>
      <TextInput
        id={`${intent}-sums`}
        name="sum"
        inputMode="decimal"
        label={t("sum")}
        defaultValue={refused?.typed.sum ?? filled}
        error={refused && OF_SUMS.test(refused.code) ? refused.sentence : undefined}
      />
      {asks && <Checkbox name="confirmed" value="yes" label={t("confirm")} />}
    </>
  );
}
