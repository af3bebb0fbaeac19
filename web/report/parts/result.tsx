import type { AssessedYear } from "../../../src/report/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { showFigure } from "../../ui/exact.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { reportWords, termWords } from "../words.ts";

const DECIMALS = 4;

/** What a method gives, with its band; or what is in the way, and what equal weights would give. */
export function Result({ own }: { readonly own: Pick<AssessedYear, "key" | "method" | "outcome" | "withEqual"> }) {
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
            <a href={href(paths.newMethod(`${key}&equal=1`))}>{t("takeEqual")}</a>
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
