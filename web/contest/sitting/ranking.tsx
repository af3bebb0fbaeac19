import { useLoaderData } from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import type { Award, Calculation, CriterionScore, Score } from "../../../src/contest/index.ts";
import type { Rules } from "../../../src/contest/rules/contract.ts";
import { divideRounded, type Millionths } from "../../../src/kernel/decimal.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { juryWords } from "../jury/words.ts";
import { roubles, sourceName } from "../parts/money.ts";
import { sayTie } from "../parts/say-rules.ts";
import type { loader } from "./load.ts";

/** Places with totals and awards, then every term of every score and how ties were broken. */
export function Ranking({ calculation }: { readonly calculation: Calculation }) {
  const { call, applications } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const language = useLanguage();
  const { rules } = termsShape.parse(call.terms);
  const awards = new Map(calculation.awards.map((award) => [award.number, award]));
  const known = new Map(applications.map((one) => [one.number, one]));
  return (
    <section className="part">
      <h2>{t("ranking")}</h2>
      <FigureTable
        name={t("ranking")}
        columns={[
          { key: "place", head: t("place") },
          { key: "application", head: t("application"), label: t("application") },
          { key: "points", head: t("points"), label: t("points"), number: true },
          { key: "outcome", head: t("outcome"), label: t("outcome") },
          { key: "award", head: t("award"), label: t("award"), number: true },
        ]}
        rows={calculation.places.map(({ number, place, total, breaks, group }) => ({
          key: String(number),
          cells: {
            place: group.length > 1 ? `${place}–${place + group.length - 1}` : String(place),
            application: (
              <div>
                № {number} <Words>{known.get(number)?.title ?? "—"}</Words>
                <span className="note place">{known.get(number)?.association}</span>
                {breaks.map(({ rule, result, values }) => (
                  <span key={rule.by} className="note place">
                    {t("ties")}: {sayTie(rule, rules.criteria, language)} — {t(`tie-${result}`)}
                    {result === "waits" ? "" : ` (${sayValues(values, rule.by)})`}
                  </span>
                ))}
              </div>
            ),
            points: <a href={`#score-${number}`}>{formatNumber(total, { language })}</a>,
            outcome: sayOutcome(awards.get(number), t),
            award: <AwardSums award={awards.get(number)} />,
          },
        }))}
      />
      {calculation.left.length > 0 && (
        <p className="note">
          {t("left")}:{" "}
          {calculation.left
            .map(({ source, left }) => `${sourceName(source, language)} — ${roubles(left, language)}`)
            .join("; ")}
        </p>
      )}
      {calculation.unranked.length > 0 && (
        <p className="notice">
          {t("unranked", { numbers: calculation.unranked.map((number) => `№ ${number}`).join(", ") })}
        </p>
      )}
      <h2>{t("explained")}</h2>
      {calculation.scores.map((score) => (
        <details key={score.number} className="fold" id={`score-${score.number}`}>
          <summary>
            № {score.number} <Words>{known.get(score.number)?.title ?? "—"}</Words> —{" "}
            {formatNumber(score.total, { language })}
          </summary>
          <ScoreTable score={score} rules={rules} />
        </details>
      ))}
    </section>
  );
}

type Say = ReturnType<typeof useText<typeof juryWords.ru>>;

const sayOutcome = (award: Award | undefined, t: Say) => (award ? t(`outcome-${award.outcome}`) : "—");

/** For the earlier application values are negative milliseconds: its own time stands in the table of applications. */
function sayValues(values: readonly { number: number; value: bigint }[], by: string): string {
  if (by === "earlier-application") return values.map(({ number }) => `№ ${number}`).join(", ");
  const isMark = by === "higher-criterion";
  return values
    .map(({ number, value }) => `№ ${number}: ${isMark ? formatNumber(value, { language: "ru" }) : value}`)
    .join(", ");
}

function AwardSums({ award }: { readonly award: Award | undefined }) {
  const language = useLanguage();
  if (!award || award.kopecks === 0n) return "—";
  return (
    <div>
      {roubles(award.kopecks, language)}
      {award.portions.map(({ source, kopecks }) => (
        <span key={source} className="note place">
          {roubles(kopecks, language)} — {sourceName(source, language)}
        </span>
      ))}
    </div>
  );
}

/** Each criterion by each juror; what does not count is said by brackets. */
function ScoreTable({ score, rules }: { readonly score: Score; readonly rules: Rules }) {
  const t = useText(juryWords);
  const language = useLanguage();
  const jurors = score.jurors.map((juror) => juror.replace("juror-", ""));
  return (
    <FigureTable
      name={t("explained")}
      columns={[
        { key: "criterion", head: t("mark") },
        ...jurors.map((juror) => ({
          key: juror,
          head: `${t("juror")} ${juror}`,
          label: `${t("juror")} ${juror}`,
          number: true,
        })),
        { key: "figure", head: t("points"), label: t("points"), number: true },
      ]}
      rows={[
        ...score.criteria.map((own) => ({
          key: own.key,
          cells: {
            criterion: <Words>{rules.criteria.find(({ key }) => key === own.key)?.name ?? own.key}</Words>,
            ...sayTerms(own, { jurors, rules, language }),
            figure: sayFraction(own.figure, language),
          },
        })),
        {
          key: "sum",
          total: true,
          cells: {
            criterion: t("sum"),
            ...Object.fromEntries(score.sums.map((sum, at) => [jurors[at], sayFraction(sum, language)])),
            figure: formatNumber(score.total, { language }),
          },
        },
      ]}
    />
  );
}

interface TermsOf {
  readonly jurors: readonly string[];
  readonly rules: Rules;
  readonly language: Language;
}

function sayTerms({ key, terms, used }: CriterionScore, { jurors, rules, language }: TermsOf) {
  const isFact = rules.criteria.find((criterion) => criterion.key === key)?.source === "fact";
  const isLeftOut = (at: number) => rules.aggregation.order === "criterion-first" && !used.includes(at);
  const told = terms.map(({ given, points, parts }) => {
    const worth = sayFraction(points, language);
    const was = given === null ? "" : formatNumber(given, { language });
    return parts.length > 0 || was === "" || was === worth ? worth : `${was} → ${worth}`;
  });
  if (isFact) return Object.fromEntries(jurors.map((juror, at) => [juror, at === 0 ? (told[0] ?? "—") : ""]));
  return Object.fromEntries(jurors.map((juror, at) => [juror, isLeftOut(at) ? `(${told[at]})` : (told[at] ?? "—")]));
}

/** A quotient to the sixth place: what is shown is never what is reckoned with. */
function sayFraction(
  { over, under }: { readonly over: Millionths; readonly under: bigint },
  language: Language,
): string {
  return formatNumber(divideRounded(over, under), { language });
}
