import type { ActualView } from "../../../src/indicator/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { Facts } from "../../ui/facts.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorWords } from "../words.ts";
import { wayOf } from "./way.ts";

/** How the figure is computed: as the document prints it, and as the system does. */
export function LineFacts({ view, knownOn }: { readonly view: ActualView; readonly knownOn: string | null }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { actual, passport } = view;
  const until = formatDate(actual.until, language);
  const asOf = knownOn ? t("asOfKnown", { until, known: formatDate(knownOn, language) }) : t("asOfSaid", { until });
  return (
    <>
      <h2>{t("howComputed")}</h2>
      <Facts
        items={[
          [t("asPrinted"), passport?.printed ? <Words key="printed">{passport.printed}</Words> : t("notPrinted")],
          [t("way"), actual.computation && t(wayOf(actual.computation))],
          [t("divisor"), actual.divisor && <Divisor key="divisor" actual={actual} />],
          [t("asComputed"), <Formula key="formula" view={view} />],
          [t("direction"), passport && t(`direction-${passport.direction}`)],
          [t("level"), passport && t(`level-${passport.level}`)],
          [t("passportVersion"), passport && t("passportSaid", { version: passport.version, reason: passport.reason })],
          [t("asOf"), asOf],
        ]}
      />
      {knownOn && !actual.isKnownThen && <p className="note">{t("notKnownThen")}</p>}
    </>
  );
}

function Divisor({ actual }: Pick<ActualView, "actual">) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  if (!actual.divisor) return null;
  const { kind, value, words, isAssumed } = actual.divisor;
  return (
    <>
      <Words>{`${showFigure(value, language)}: ${t(`divisor-${kind}`, { words })}`}</Words>
      {isAssumed && <small className="note place">{t("assumed")}</small>}
    </>
  );
}

function Formula({ view }: { readonly view: ActualView }) {
  const language = useLanguage();
  const { total, divisor, computed, corrections, value } = view.actual;
  if (computed === null || value === null) return <>–</>;
  const show = (text: string) => showFigure(text, language);
  const left = divisor ? `${show(total)} ÷ ${show(divisor.value)} × 100` : show(total);
  const added = corrections.map((own) =>
    own.value.startsWith("-") ? ` − ${show(own.value.slice(1))}` : ` + ${show(own.value)}`,
  );
  const isPlain = !divisor && added.length === 0;
  return <>{isPlain ? left : `${left}${added.join("")} = ${show(value)}`}</>;
}
