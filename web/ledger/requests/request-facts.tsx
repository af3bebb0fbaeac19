import type { ReactNode } from "react";
import type { Part } from "../../../src/ledger/contract.ts";
import type { RequestView } from "../../../src/ledger/request/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { requestWords } from "./words.ts";

/** What the request says, one under another. */
export function RequestFacts({ request, seesMoney }: { readonly request: RequestView; readonly seesMoney: boolean }) {
  const t = useText(requestWords);
  const money = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { activity, commitment, open, free, can } = request;
  const asked = { at: formatInstant(request.askedAt, timeZone, language), by: request.askedBy };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("payee"), request.payee],
    [t("purpose"), <Words key="purpose">{request.purpose}</Words>],
    [
      t("activity"),
      <a key="activity" href={href(paths.activity(activity.slug, activity.position))}>
        <Words>{activity.name}</Words>
      </a>,
    ],
    [t("year"), request.year],
    [t("sums"), <Parts key="sums" parts={request.parts} />],
    ...(open.length > 0 && request.state === "approved"
      ? ([[t("open"), <Parts key="open" parts={open} />]] as const)
      : []),
    ...(can.includes("approve")
      ? ([[t("free"), free.length > 0 ? <Parts key="free" parts={free} /> : t("freeNone")]] as const)
      : []),
    [t("basis"), `${request.basis} (${money(`basis-${request.basisKind}`)}), ${formatDate(request.date, language)}`],
    ...(commitment && seesMoney
      ? ([
          [
            t("commitment"),
            <a key="commitment" href={href(paths.moneyEntry(commitment.id))}>
              № {commitment.number}
            </a>,
          ],
        ] as const)
      : []),
    [t("asked"), t("askedSaid", asked)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  const money = useText(ledgerWords);
  const language = useLanguage();
  return parts.map(({ source, kopecks }) => (
    <span key={source} className="place">
      {money("roubles", { sum: roubles(kopecks, language) })} — {sourceName(source, language)}
    </span>
  ));
}
