import type { ReactNode } from "react";
import type { EntryView } from "../../../src/ledger/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { ledgerWords } from "../words.ts";
import { roubles, sourceName } from "./money.ts";

const LEFT_WORDS = { payment: "left_payment", "late-refund": "left_late-refund" } as const;

/** The entry's fields, one under another. */
export function EntryFacts({ entry }: { readonly entry: EntryView }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { activity, left } = entry;
  const leftKey = entry.kind === "payment" || entry.kind === "late-refund" ? LEFT_WORDS[entry.kind] : "left_commitment";
  const facts: [string, ReactNode][] = [
    [t("date"), formatDate(entry.date, language)],
    ...(entry.year === null ? [] : ([[t("year"), entry.year]] as [string, ReactNode][])),
    ...(activity
      ? ([
          [
            t("activity"),
            <a key="activity" href={href(paths.activity(activity.slug, activity.position))}>
              <Words>{activity.name}</Words>
            </a>,
          ],
        ] as [string, ReactNode][])
      : []),
    [t("sums"), <Parts key="sums" parts={entry.parts} />],
    ...(left.length > 0 ? ([[t(leftKey), <Parts key="left" parts={left} />]] as [string, ReactNode][]) : []),
    ...(entry.payee ? ([[t("payee"), entry.payee]] as [string, ReactNode][]) : []),
    [t("basis"), `${entry.basis} (${t(`basis-${entry.basisKind}`)})`],
    ...(entry.note ? ([[t("note"), entry.note]] as [string, ReactNode][]) : []),
    [t("recorded"), `${formatInstant(entry.at, timeZone, language)}, ${entry.by}`],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Parts({ parts }: { readonly parts: EntryView["parts"] }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  return parts.map(({ source, kopecks }) => (
    <span key={source} className="place">
      {t("roubles", { sum: roubles(kopecks, language) })} — {sourceName(source, language)}
    </span>
  ));
}
