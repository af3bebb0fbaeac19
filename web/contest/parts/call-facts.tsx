import type { CallView, Terms } from "../../../src/contest/call/contract.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { Facts } from "../../ui/facts.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { sayDeadline } from "./dates.ts";
import { roubles, sourceName } from "./money.ts";
import { sayOwn } from "./say-rules.ts";

/** Dates, who may apply, papers and money of a call. */
export function CallFacts({ call, terms }: { readonly call: CallView; readonly terms: Terms }) {
  const t = useText(contestWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { money } = terms.rules;
  const { numerator, denominator } = terms.quorum;
  return (
    <Facts
      items={[
        [t("opens"), formatInstant(call.opensAt, timeZone, language)],
        [t("closes"), sayDeadline(call.closesAt, timeZone, language)],
        [t("reviewUntil"), formatDate(call.reviewUntil, language)],
        [
          t("who"),
          <Lines key="who" lines={terms.applicants.map((kind) => t(`applicant-${kind}`, { tax: terms.taxPercent }))} />,
        ],
        [t("age"), terms.leastAgeMonths !== null && t("ageMonths", { count: terms.leastAgeMonths })],
        [t("prizeFree"), terms.prizeFreeYears !== null && t("prizeFreeYears", { count: terms.prizeFreeYears })],
        [t("perAssociation"), String(terms.applicationsPerAssociation)],
        [
          t("papers"),
          terms.papers.length > 0 && (
            <Lines
              key="papers"
              lines={terms.papers.map(({ name, isCompulsory }) => (isCompulsory ? name : t("paperOptional", { name })))}
            />
          ),
        ],
        [
          t("budget"),
          money.sources.length > 0 && (
            <Lines
              key="budget"
              lines={money.sources.map(
                ({ source, limit }) =>
                  `${t("roubles", { sum: roubles(limit, language) })} — ${sourceName(source, language)}`,
              )}
            />
          ),
        ],
        [
          t("mostPerProject"),
          money.mostPerProject !== null && t("roubles", { sum: roubles(money.mostPerProject, language) }),
        ],
        [t("own"), sayOwn(terms, language)],
        [t("blind"), call.isBlind && t("blindYes")],
        [t("quorum"), t("quorumOf", { numerator, denominator })],
      ]}
    />
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="place">
      {line}
    </span>
  ));
}
