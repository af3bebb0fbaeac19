import type { EntryRow, EntryView } from "../../../src/ledger/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { ledgerWords } from "../words.ts";
import { entryKindName } from "./kind-name.ts";
import { roubles } from "./money.ts";

/** From the programme's row to this entry, and of a payment on to what its payee gave back and accounted for; every step a link. */
export function Chain({ entry }: { readonly entry: EntryView }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { activity, chain, receipts } = entry;
  return (
    <section className="part">
      <h2>{t("chain")}</h2>
      <p className="under">{t("chainUnder")}</p>
      <ol className="chain">
        {activity?.inForce && (
          <li>
            {t("planRow")}:{" "}
            <a href={href(paths.activity(activity.slug, activity.position))}>
              <Words>{activity.name}</Words>
            </a>
          </li>
        )}
        {chain.map((step) => (
          <Step key={step.id} step={step} />
        ))}
        <li aria-current="step">
          {entryKindName(entry, language)} № {entry.number} ({t("thisEntry")})
        </li>
        {receipts.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { readonly step: EntryRow }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const sum = step.kind !== "allocation" && step.kopecks !== 0n;
  return (
    <li>
      <a href={href(paths.moneyEntry(step.id))}>
        {entryKindName(step, language)} № {step.number}
      </a>
      , {formatDate(step.date, language)}
      {step.kind === "appropriation" && step.kopecks === 0n && `, ${t("limitSame")}`}
      {sum && `, ${t("roubles", { sum: roubles(step.kopecks, language) })}`}
      <span className="note place">
        <Words>{step.basis}</Words>
      </span>
    </li>
  );
}
