import { formatDecimal } from "../../../src/kernel/decimal.ts";
import type { CofinancingYear } from "../../../src/ledger/cofinancing/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceHead } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

/** What the agreement says of the year. */
export function Terms({ year }: { readonly year: CofinancingYear }) {
  const t = useText(cofinancingWords);
  const href = useHref();
  const language = useLanguage();
  const { agreement, terms } = year;
  const { rule } = terms;
  const share = rule ? formatDecimal(rule.minShare) : "";
  const said = rule && {
    share: language === "ru" ? share.replace(".", ",") : share,
    of: t(`of-${rule.base}`),
    basis: rule.basis,
  };
  return (
    <section className="part">
      <h2>{t("terms")}</h2>
      <dl className="facts">
        <dt>{t("granted")}</dt>
        <dd>{roubles(terms.kopecks, language)}</dd>
        <dt>{t("source")}</dt>
        <dd>{sourceHead(agreement.source, language)}</dd>
        <dt>{t("rule")}</dt>
        <dd>{said ? t("ruleSaid", said) : t("noRule")}</dd>
        <dt>{t("returnBy")}</dt>
        <dd>{formatDate(terms.returnBy, language)}</dd>
        <dt>{t("lateDays")}</dt>
        <dd>{t("lateDaysSaid", { count: agreement.lateReturnDays })}</dd>
        <dt>{t("grantor")}</dt>
        <dd>{agreement.grantor}</dd>
        <dt>{t("grantee")}</dt>
        <dd>{agreement.grantee}</dd>
        <dt>{t("programme")}</dt>
        <dd>{agreement.programme}</dd>
        <dt>{t("activities")}</dt>
        <dd>
          {agreement.activities.map(({ id, name, slug, position }) => (
            <a key={id} className="place" href={href(paths.activity(slug, position))}>
              <Words>{name}</Words>
            </a>
          ))}
        </dd>
      </dl>
    </section>
  );
}
