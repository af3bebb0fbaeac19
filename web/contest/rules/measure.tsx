import type { RulesText } from "../../../src/contest/rules/contract.ts";
import { useText } from "../../ui/text.ts";
import { Choice, comma, rowsOf, Text, Tick } from "../parts/fields.tsx";
import { MEASURE_KINDS, NEW_PART } from "./read-rules.ts";
import { ruleWords } from "./words.ts";

export type MeasureText = RulesText["criteria"][number]["measure"];
type Of<Kind extends MeasureText["kind"]> = Extract<MeasureText, { kind: Kind }>;

export interface FromChoice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** The path of the measure: `criteria.0.measure`. */
  readonly at: string;
  readonly measure: MeasureText;
  /** From where the parts of a sum come; empty where jurors give them. */
  readonly sources: readonly FromChoice[];
  readonly fromOf: (partKey: string) => string;
}

/** The fields that a kind of criterion has. */
export function MeasureFields(props: Props) {
  const { at, measure } = props;
  const t = useText(ruleWords);
  const figure = (name: string, label: Parameters<typeof t>[0], filled: string | null | undefined) => (
    <Text name={`${at}.${name}`} label={t(label)} filled={comma(filled)} isFigure />
  );
  switch (measure.kind) {
    case "mark":
      return <MarkFields at={at} measure={measure} />;
    case "bands":
      return <BandFields at={at} measure={measure} />;
    case "counter":
      return (
        <div className="row-of-fields">
          {figure("perItem", "perItem", measure.perItem)}
          {figure("most", "most", measure.most)}
        </div>
      );
    case "yes-no":
      return figure("points", "points", measure.points);
    case "relative":
      return (
        <div className="row-of-fields">
          <Text name={`${at}.unit`} label={t("unit")} filled={measure.unit} />
          {figure("most", "mostOfBest", measure.most)}
        </div>
      );
    case "sum":
      return <PartFields {...props} measure={measure} />;
  }
}

function MarkFields({ at, measure: { scale, levels } }: { readonly at: string; readonly measure: Of<"mark"> }) {
  const t = useText(ruleWords);
  return (
    <>
      <div className="row-of-fields">
        <Text name={`${at}.scale.min`} label={t("min")} filled={comma(scale?.min)} isFigure />
        <Text name={`${at}.scale.max`} label={t("max")} filled={comma(scale?.max)} isFigure />
        <Text name={`${at}.scale.step`} label={t("step")} filled={comma(scale?.step ?? (scale && "1"))} isFigure />
      </div>
      <details className="fold" open={(levels?.length ?? 0) > 0}>
        <summary>{t("levels")}</summary>
        <p className="note">{t("levelsHint")}</p>
        {rowsOf(levels, 3).map(({ at: row, row: level }) => (
          <div key={row} className="mark-and-text">
            <Text name={`${at}.levels.${row}.mark`} label={t("mark")} filled={comma(level?.mark)} isFigure />
            <Text name={`${at}.levels.${row}.text`} label={t("text")} filled={level?.text ?? ""} />
          </div>
        ))}
      </details>
    </>
  );
}

function BandFields({ at, measure: { unit, bands } }: { readonly at: string; readonly measure: Of<"bands"> }) {
  const t = useText(ruleWords);
  return (
    <>
      <Text name={`${at}.unit`} label={t("unit")} filled={unit} />
      <p className="note">{t("bandsHint")}</p>
      {rowsOf(bands, 2).map(({ at: row, row: band }) => {
        const own = `${at}.bands.${row}`;
        return (
          <fieldset key={row} className="stack">
            <legend>{t("band", { number: row + 1 })}</legend>
            <div className="row-of-fields">
              <Text name={`${own}.from`} label={t("bandFrom")} filled={comma(band?.from)} isFigure />
              <Text name={`${own}.points`} label={t("points")} filled={comma(band?.points)} isFigure />
            </div>
            <Tick name={`${own}.above`} label={t("above")} isOn={band?.above === true} />
            <details className="fold" open={band?.each !== undefined}>
              <summary>{t("each")}</summary>
              <div className="row-of-fields">
                <Text name={`${own}.each.per`} label={t("eachPer")} filled={comma(band?.each?.per)} isFigure />
                <Text name={`${own}.each.points`} label={t("eachPoints")} filled={comma(band?.each?.points)} isFigure />
                <Text name={`${own}.each.most`} label={t("eachMost")} filled={comma(band?.each?.most)} isFigure />
              </div>
            </details>
          </fieldset>
        );
      })}
    </>
  );
}

const EMPTY: Of<"sum">["parts"][number] = { key: "", name: "", measure: { kind: NEW_PART, points: "" } };
const NONE = { sources: [], fromOf: () => "" };

function PartFields({ at, measure, sources, fromOf }: Omit<Props, "measure"> & { readonly measure: Of<"sum"> }) {
  const t = useText(ruleWords);
  const kinds = MEASURE_KINDS.map((value) => ({ value, label: t(`kind-${value}`) }));
  return (
    <>
      {rowsOf(measure.parts).map(({ at: row, row: given }) => {
        const part = given ?? EMPTY;
        const own = `${at}.parts.${row}`;
        return (
          <fieldset key={`${part.key} ${part.measure.kind}`} className="stack">
            <legend>{t("part", { number: row + 1 })}</legend>
            <input type="hidden" name={`${own}.key`} value={part.key} />
            <Text name={`${own}.name`} label={t("name")} filled={part.name} />
            <Choice name={`${own}.measure.kind`} label={t("kind")} filled={part.measure.kind} data={kinds} />
            {sources.length > 0 && (
              <Choice name={`${own}.from`} label={t("from")} filled={fromOf(part.key)} data={sources} />
            )}
            <MeasureFields at={`${own}.measure`} measure={part.measure} {...NONE} />
          </fieldset>
        );
      })}
      <Text name={`${at}.most`} label={t("most")} filled={comma(measure.most)} isFigure />
    </>
  );
}
