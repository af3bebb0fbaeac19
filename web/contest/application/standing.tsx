import { useLoaderData } from "react-router";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { Facts } from "../../ui/facts.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { loader } from "./load.ts";
import { applicationWords } from "./words.ts";

/** Where the application stands: what must be corrected, why it was refused, and its receipt. */
export function Standing() {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { state, receipt, correctUntil, moves } = application;
  const reason = moves.findLast((move) => move.reason !== null)?.reason ?? "";
  return (
    <>
      {state === "returned" && (
        <div className="notice">
          <p>{t("returned", { until: correctUntil ? formatDate(correctUntil, language) : "" })}</p>
          <p>{t("returnedWhy", { reason })}</p>
        </div>
      )}
      {state === "refused" && <p className="notice">{t("refused", { reason })}</p>}
      {state === "withdrawn" && <p className="notice">{t("withdrawn")}</p>}
      {receipt && state !== "draft" && (
        <section className="part">
          <h2>{t("receipt")}</h2>
          <Facts
            items={[
              [t("receiptNumber"), `№ ${receipt.number}`],
              [
                t("receiptTime"),
                t("receiptTimeSaid", {
                  at: formatInstant(receipt.submittedAt, timeZone, language),
                  exact: receipt.submittedAt,
                }),
              ],
              [
                t("receiptHash"),
                <code key="hash" className="hash">
                  {receipt.hash}
                </code>,
              ],
            ]}
          />
          <p className="note">{t("receiptUnder")}</p>
        </section>
      )}
    </>
  );
}

/** What happened with it, the oldest first. */
export function History() {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (application.moves.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("history")}</h2>
      <ol className="plain">
        {application.moves.map(({ move, reason, at }) => (
          <li key={at + move}>
            {formatInstant(at, timeZone, language)} — {t(`move_${move as "submit"}`)}
            {reason && <q className="place quote">{reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
