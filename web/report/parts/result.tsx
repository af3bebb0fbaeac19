import { listUncapped } from "../../../src/indicator/method/views.ts";
import type { AssessedYear } from "../../../src/report/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { showFigure } from "../../ui/exact.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords, termWords } from "../words.ts";

const DECIMALS = 4;

interface UncappedProps {
  readonly own: Pick<AssessedYear, "key" | "method" | "outcome" | "withEqual">;
  readonly names: ReadonlyMap<string, string>;
  readonly year: number;
}

/** Where a method sets no cap and something came out above its plan: what draws the result up, and how to cap it. */
export function Uncapped({ own, names, year }: UncappedProps) {
  const t = useText(reportWords);
  const href = useHref();
  const language = useLanguage();
  const found = listUncapped(own.method, own.withEqual ?? own.outcome);
  if (found.length === 0) return null;
  const from = { from: own.key, year: String(year) };
  return (
    <div className="notice">
      <p>{t("uncapped")}</p>
      <ul>
        {found.map(({ id, degree }) => (
          <li key={id}>
            <Words>{names.get(id) ?? ""}</Words>
            {`: ${showFigure(degree, language, DECIMALS)}`}
          </li>
        ))}
      </ul>
      {own.key !== "" && (
        <p>
          <a href={href(paths.newMethod({ ...from, cap: "1", ...(own.withEqual && { equal: "1" }) }))}>
            {t("takeCap")}
          </a>
        </p>
      )}
    </div>
  );
}

/** What a method gives, with its band; or what is in the way, and what equal weights would give. */
export function Result({ own, year }: Omit<UncappedProps, "names">) {
  const t = useText(reportWords);
  const lacks = useText(termWords);
  const href = useHref();
  const language = useLanguage();
  const { method, outcome, withEqual, key } = own;
  if (outcome.value === null) {
    const told = outcome.terms.flatMap(({ symbol, lack }) => (lack ? [`${symbol} — ${lacks(`lack-${lack}`)}`] : []));
    return (
      <p className="notice">
        {t("noResult", { lacks: told.join("; ") })}
        {withEqual?.value && ` ${t("withEqual", { value: showFigure(withEqual.value, language, DECIMALS) })}`}
        {withEqual && (
          <>
            {" "}
            <a href={href(paths.newMethod({ from: key, year: String(year), equal: "1" }))}>{t("takeEqual")}</a>
          </>
        )}
      </p>
    );
  }
  const value = showFigure(outcome.value, language, DECIMALS);
  const band = outcome.band === null ? null : method.bands[outcome.band];
  return (
    <p className="lead">
      {band ? t("band", { value, band: band.name }) : t("result", { value })}
      {band?.consequence && ` ${band.consequence}`}
    </p>
  );
}
