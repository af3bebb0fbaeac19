import { Button, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import type { RequestMove } from "../../../src/ledger/request/contract.ts";
import type { RequestView } from "../../../src/ledger/request/views.ts";
import type { ActivityCard } from "../../../src/ledger/views.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { EntryFields } from "../parts/entry-fields.tsx";
import { SumFields } from "../parts/sum-fields.tsx";
import { ledgerWords } from "../words.ts";
import { RequestFields } from "./request-fields.tsx";
import { requestWords } from "./words.ts";

interface Props {
  readonly request: RequestView;
  readonly activities: readonly ActivityCard[];
  readonly today: string;
  readonly formKey: string;
  readonly refused: Refused | undefined;
}

type FormMove = Exclude<RequestMove, "reopen">;
const ORDER = ["approve", "pay", "change", "return", "withdraw", "cancel"] as const satisfies readonly FormMove[];

/** What this person can do with the request now. Approving is one press; the others are folded away until they are needed. */
export function RequestForms(given: Props) {
  const { request } = given;
  const t = useText(requestWords);
  const moves = ORDER.filter((move) => request.can.includes(move));
  if (moves.length === 0) return null;
  return (
    <section className="part" id="next">
      <h2>{t("whatNext")}</h2>
      {moves.map((move, at) => (
        <MoveForm key={move} {...given} move={move} isMain={at === 0} />
      ))}
    </section>
  );
}

function MoveForm(given: Props & { readonly move: FormMove; readonly isMain: boolean }) {
  const { request, move, isMain } = given;
  const t = useText(requestWords);
  const busy = useNavigation().state === "submitting";
  const refused = given.refused?.intent === move ? given.refused : undefined;
  const form = (children: ReactNode) => (
    <Form method="post" className="form narrow wider">
      <p className="note">{t(`hint_${move}`)}</p>
      <input type="hidden" name="version" value={String(request.version)} />
      {children}
      <Button type="submit" name="intent" value={move} variant={isMain ? "filled" : "outline"} loading={busy}>
        {t(`do_${move}`)}
      </Button>
    </Form>
  );
  if (move === "approve") return form(null);
  return (
    <details className="fold" open={refused !== undefined || (move === "change" && isMain)}>
      <summary>{t(`do_${move}`)}</summary>
      {form(<Fields {...given} refused={refused} />)}
    </details>
  );
}

function Fields({ request, activities, today, formKey, refused, move }: Props & { readonly move: FormMove }) {
  const t = useText(requestWords);
  const money = useText(ledgerWords);
  if (move === "change") {
    return <RequestFields activities={activities} filled={request} today={today} formKey={formKey} refused={refused} />;
  }
  if (move === "pay") {
    return (
      <>
        <SumFields
          prefix="pay-"
          sources={request.parts.map(({ source }) => source)}
          filled={request.open}
          refused={refused}
          hint={money("sumsHint")}
        />
        <EntryFields prefix="pay-" refused={refused} today={today} dateLabel={t("paymentDate")} formKey={formKey} />
      </>
    );
  }
  return (
    <Textarea
      id={`${move}-reason`}
      name="reason"
      label={t("reason")}
      rows={2}
      maxLength={2000}
      defaultValue={refused?.typed.reason ?? ""}
      error={refused?.sentence}
    />
  );
}
