import { Button } from "@mantine/core";
import type { TermsText } from "../../../src/contest/call/contract.ts";
import type { RulesText } from "../../../src/contest/rules/contract.ts";
import { useText } from "../../ui/text.ts";
import { Choice, comma, Text, Tick, useFaulty } from "../parts/fields.tsx";
import { type FromChoice, MeasureFields } from "./measure.tsx";
import { CRITERION_KINDS } from "./read-rules.ts";
import { ruleWords } from "./words.ts";

export type CriterionText = RulesText["criteria"][number];

interface Props {
  readonly at: number;
  readonly criterion: CriterionText;
  readonly facts: NonNullable<TermsText["facts"]>;
  /** The form's questions that a number is answered to. */
  readonly questions: readonly { readonly key: string; readonly label: string }[];
  readonly canDrop: boolean;
  /** Folded it is one line: with ten of them a phone shows the list. */
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** «Критерий»: its name, how points are given, who gives them, and what it weighs. */
export function CriterionFields({ at, criterion, facts, questions, canDrop, isOpen, onToggle }: Props) {
  const t = useText(ruleWords);
  const own = `criteria.${at}`;
  const isFaulty = useFaulty(own);
  const title = t("criterionOf", { number: at + 1, name: criterion.name });
  const { key, measure } = criterion;
  const counted: readonly FromChoice[] = [
    { value: "own-share", label: t("from-own-share") },
    ...questions.map(({ key, label }) => ({ value: key, label: t("from-field", { label }) })),
  ];
  const none = { value: "", label: t("from-none") };
  const juror = { value: "juror", label: t("from-juror") };
  const choices =
    measure.kind === "sum"
      ? [juror, { value: "parts", label: t("from-parts") }]
      : measure.kind === "relative"
        ? [none, ...counted]
        : [juror, none, ...counted];
  return (
    <details
      className="fold"
      id={own}
      open={isOpen || isFaulty || criterion.name === ""}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>{criterion.name === "" ? t("criterion", { number: at + 1 }) : title}</summary>
      <fieldset className="stack" aria-label={title}>
        <input type="hidden" name={`${own}.key`} value={key} />
        <Text name={`${own}.name`} label={t("name")} filled={criterion.name} />
        <div className="pair-of-fields">
          <Choice
            name={`${own}.measure.kind`}
            label={t("kind")}
            filled={measure.kind}
            data={CRITERION_KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
          />
          <Choice name={`${own}.from`} label={t("from")} filled={fromOf(criterion, facts)} data={choices} />
        </div>
        <MeasureFields
          at={`${own}.measure`}
          measure={measure}
          sources={measure.kind === "sum" && criterion.source === "fact" ? [none, ...counted] : []}
          fromOf={(part) => facts[`${key}.${part}`] ?? ""}
        />
        <Text name={`${own}.weight`} label={t("weight")} filled={comma(criterion.weight ?? "1")} isFigure />
        <Tick name={`${own}.mustJustify`} label={t("mustJustify")} isOn={criterion.mustJustify === true} />
        {canDrop && (
          <Button type="submit" name="intent" value={`drop-${at}`} variant="outline" size="sm">
            {t("drop", { number: at + 1 })}
          </Button>
        )}
      </fieldset>
    </details>
  );
}

function fromOf({ key, source, measure }: CriterionText, facts: Props["facts"]): string {
  if (source !== "fact") return measure.kind === "relative" ? "" : "juror";
  return measure.kind === "sum" ? "parts" : (facts[key] ?? "");
}

/** What decides which fields a criterion has: it is drawn anew when that changes. */
export function shapeOf({ key, source, measure }: CriterionText): string {
  const rows =
    measure.kind === "mark"
      ? measure.levels?.length
      : measure.kind === "bands"
        ? measure.bands.length
        : measure.kind === "sum"
          ? measure.parts.map((part) => `${part.key}${part.measure.kind}`).join()
          : "";
  return [key, measure.kind, measure.kind === "sum" ? source : "", rows].join(" ");
}
