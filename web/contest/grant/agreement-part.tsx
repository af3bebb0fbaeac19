import { Button, Textarea, TextInput } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { typeRoubles } from "../../../src/kernel/money.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { Facts } from "../../ui/facts.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles, sourceName } from "../parts/money.ts";
import { Documents } from "./documents.tsx";
import { Ended, EndForm } from "./ending.tsx";
import type { loader } from "./load.ts";
import { grantWords } from "./words.ts";

/** The agreement: its form while there is none, then its schedule, files with signatures, and the payment request. */
export function AgreementPart({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { grant, rights } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const { agreement } = grant;
  return (
    <section className="part">
      <h2>{t("agreement")}</h2>
      {!agreement && !rights.keeps && <p className="under">{t("agreementNone")}</p>}
      {!agreement && rights.keeps && <Conclude refused={refused} />}
      {agreement && <Concluded />}
      {agreement && <Documents documents={agreement.documents} callId={grant.callId} refused={refused} />}
      {agreement?.ending && <Ended />}
      {agreement && !agreement.ending && <AskPayment />}
      {agreement && !agreement.ending && rights.keeps && <EndForm refused={refused} />}
    </section>
  );
}

function Conclude({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { grant, today } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const typed = refused?.intent === "conclude" ? refused.typed : undefined;
  return (
    <FoldForm
      intent="conclude"
      summary={t("conclude")}
      submit={t("conclude")}
      hint={t("concludeHint")}
      refused={refused}
      isMain
    >
      <TextInput name="date" type="date" label={t("date")} max={today} defaultValue={typed?.date ?? today} />
      <TextInput name="payee" label={t("payee")} maxLength={500} defaultValue={typed?.payee ?? grant.association} />
      <Textarea name="details" label={t("details")} rows={2} maxLength={2000} defaultValue={typed?.details ?? ""} />
      <TextInput name="reportDue" type="date" label={t("reportDue")} defaultValue={typed?.reportDue ?? ""} />
      <p className="note">{t("scheduleHint")}</p>
      {[0, 1].map((at) => (
        <fieldset key={at} className="lines">
          <TextInput
            name={`payBy.${at}`}
            type="date"
            label={t("instalment", { number: at + 1 })}
            defaultValue={typed?.[`payBy.${at}`] ?? ""}
          />
          {grant.sums.map(({ source, kopecks }) => (
            <TextInput
              key={source}
              name={`sum.${at}.${source}`}
              inputMode="decimal"
              label={t("instalmentSum", { source: sourceName(source, language) })}
              defaultValue={typed?.[`sum.${at}.${source}`] ?? (at === 0 ? typeRoubles(kopecks) : "")}
            />
          ))}
        </fieldset>
      ))}
    </FoldForm>
  );
}

function Concluded() {
  const { grant } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const { agreement } = grant;
  if (!agreement) return null;
  return (
    <>
      <Facts
        items={[
          [t("agreement"), t("numberSaid", { number: agreement.number, date: formatDate(agreement.date, language) })],
          [t("payee"), agreement.payee],
          [t("details"), agreement.details],
          [t("reportDue"), formatDate(agreement.reportDue, language)],
        ]}
      />
      <FigureTable
        caption={t("schedule")}
        columns={[
          { key: "until", head: t("until") },
          { key: "sources", head: t("sources"), label: t("sources") },
          { key: "sum", head: t("sum"), label: t("sum"), number: true },
        ]}
        rows={agreement.instalments.map(({ payBy, sums }) => ({
          key: payBy,
          cells: {
            until: formatDate(payBy, language),
            sources: sums
              .map(({ source, kopecks }) => `${sourceName(source, language)} — ${roubles(kopecks, language)}`)
              .join("; "),
            sum: roubles(
              sums.reduce((all, { kopecks }) => all + kopecks, 0n),
              language,
            ),
          },
        }))}
      />
    </>
  );
}

function AskPayment() {
  const { grant, rights } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  const requestId = grant.agreement?.requestId;
  if (requestId) {
    return rights.seesRequests ? (
      <p className="links">
        <a href={href(paths.request(requestId))}>{t("asked")}</a>
      </p>
    ) : null;
  }
  if (!rights.keeps) return null;
  const isSigned = grant.agreement?.documents.some(({ isLatest, signatures }) => isLatest && signatures.length > 0);
  return (
    <Form method="post" className="form narrow wider" id="ask">
      <p className="note">{t(isSigned ? "askHint" : "askFirst")}</p>
      <Button type="submit" name="intent" value="ask" loading={busy} disabled={!isSigned}>
        {t("ask")}
      </Button>
    </Form>
  );
}
