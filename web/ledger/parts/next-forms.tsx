import { Button, TextInput } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import type { EntryKind } from "../../../src/ledger/contract.ts";
import type { EntryView } from "../../../src/ledger/views.ts";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import type { Refused } from "./act.ts";
import { EntryFields } from "./entry-fields.tsx";
import { SumFields } from "./sum-fields.tsx";

/** Entries that a person adds to this one from its page. */
export type NextKind =
  | "payment"
  | "performance"
  | "release"
  | "lapse"
  | "carry-over"
  | "refund"
  | "return"
  | "reversal";
/** These take sums; the others take all that is left. */
const TAKES_SUMS: readonly EntryKind[] = ["payment", "performance", "release", "refund", "return"];
/** The day of these follows from what they close or reverse. */
const OWN_DAY: readonly EntryKind[] = ["lapse", "carry-over", "reversal"];

interface Props {
  readonly entry: EntryView;
  readonly kinds: readonly NextKind[];
  readonly keys: Readonly<Record<string, string>>;
  readonly refused: Refused | undefined;
  readonly today: string;
}

/** What can follow this entry, each folded away until it is needed; open after a refusal with what was typed. */
export function NextForms({ kinds, ...given }: Props) {
  const t = useText(ledgerWords);
  if (kinds.length === 0) return null;
  return (
    <section className="part" id="next">
      <h2>{t("whatNext")}</h2>
      {kinds.map((kind, at) => (
        <NextForm key={kind} kind={kind} isMain={at === 0} {...given} />
      ))}
    </section>
  );
}

function NextForm(given: Omit<Props, "kinds"> & { readonly kind: NextKind; readonly isMain: boolean }) {
  const { entry, kind, keys, today, isMain } = given;
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  const refused = given.refused?.intent === kind ? given.refused : undefined;
  return (
    <details className="fold" open={refused !== undefined}>
      <summary>{t(`do_${kind}`)}</summary>
      <Form method="post" className="form narrow wider">
        <p className="note">{t(`hint_${kind}`)}</p>
        {kind === "refund" && entry.parts.length > 1 && (
          <TextInput
            name="total"
            inputMode="decimal"
            label={t("total_refund")}
            defaultValue={refused?.typed.total ?? ""}
          />
        )}
        {TAKES_SUMS.includes(kind) && (
          <SumFields
            prefix={`${kind}-`}
            sources={entry.parts.map(({ source }) => source)}
            filled={kind === "payment" ? entry.left : kind === "performance" ? entry.unperformed : []}
            refused={refused}
            hint={t("sumsHint")}
          />
        )}
        <EntryFields
          prefix={`${kind}-`}
          refused={refused}
          today={today}
          noDate={OWN_DAY.includes(kind)}
          dateLabel={kind === "payment" ? t("paymentDate") : kind === "performance" ? t("performanceDate") : undefined}
          noteLabel={kind === "reversal" ? t("reason") : undefined}
          formKey={keys[kind] ?? ""}
        />
        <Button type="submit" name="intent" value={kind} variant={isMain ? "filled" : "outline"} loading={busy}>
          {t(`do_${kind}`)}
        </Button>
      </Form>
    </details>
  );
}
