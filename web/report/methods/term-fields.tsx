import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { FACTS, PLANS } from "../../../src/indicator/method/contract.ts";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";
import { EDGES, TERM_KINDS, type TermKind, type TypedTerm } from "./read-method.ts";
import { toFields } from "./typed-term.ts";
import { methodWords } from "./words.ts";

interface Props {
  readonly at: number;
  readonly term: TypedTerm;
  readonly canDrop: boolean;
}

type Word = keyof typeof methodWords.ru;

/** What each kind of term asks for besides its symbol and title: a choice by its words, a line of text, or many lines. */
type Field = readonly [name: string, label: Word, choices?: readonly string[], prefix?: string];

const ITEM_FIELDS: readonly Field[] = [
  ["of", "of", ["indicators", "activities"], "of-"],
  ["fold", "fold", ["mean", "weighted", "share", "least", "sum"], "fold-"],
  ["level", "level", ["", "goal", "objective", "activity"], "level-"],
  ["cap", "cap"],
];
const FIELDS: Readonly<Record<TermKind, readonly Field[]>> = {
  items: ITEM_FIELDS,
  spending: [["cap", "cap"]],
  product: [["of", "symbols"]],
  mean: [["of", "symbols"]],
  quotient: [
    ["dividend", "dividend"],
    ["divisor", "divisor"],
  ],
  "weighted-sum": [
    ["parts", "parts"],
    ["total", "total", ["one", "hundred", "any"], "total-"],
  ],
  scale: [
    ["of", "ofOne"],
    ["by", "by"],
  ],
  lookup: [
    ["of", "ofOne"],
    ["steps", "steps"],
  ],
  matrix: [
    ["rowsOf", "rowsOf"],
    ["rows", "rows"],
    ["columnsOf", "columnsOf"],
    ["columns", "columns"],
  ],
  given: [
    ["from", "from"],
    ["to", "to"],
  ],
};
const WEIGHTS: Field = ["weights", "weights", ["equal", "given", "money", "level"], "weights-"];
const GIVEN_FIELDS: readonly Field[] = [
  ["weightsTotal", "weightsTotal", ["one", "hundred", "normalise"], "weightsTotal-"],
  ["excluded", "excluded", ["spread", "lost"], "excluded-"],
];
const LEVEL_FIELDS: readonly Field[] = [
  ["goal", "goal"],
  ["objective", "objective"],
  ["activity", "activity"],
];
const EDGE_CHOICES: Readonly<Record<(typeof EDGES)[number], readonly string[]>> = {
  notPlanned: ["exclude", "zero"],
  missingFact: ["ask", "exclude", "zero"],
  zeroPlan: ["ask", "exclude", "zero", "one"],
  zeroBoth: ["one", "exclude", "zero", "ask"],
  zeroFact: ["cap", "ask", "exclude", "zero", "one"],
};

/** A term of a method with the fields that its kind has. */
export function TermFields({ at, term, canDrop }: Props) {
  const t = useText(methodWords);
  const kind = TERM_KINDS.find((known) => known === term.kind) ?? "items";
  const fields = toFields(term);
  const own = [...FIELDS[kind], ...weightFields(kind, fields)];
  return (
    <fieldset id={`term-${at}`}>
      <legend>{t("termHead", { number: at + 1 })}</legend>
      <div className="row-of-fields">
        <Plain at={at} field={["symbol", "symbol"]} fields={fields} />
        <Plain at={at} field={["kind", "kind", TERM_KINDS, "kind-"]} fields={fields} />
      </div>
      <Plain at={at} field={["title", "title"]} fields={fields} />
      <div className="row-of-fields">
        {kind === "spending" && <Spending at={at} fields={fields} />}
        {own.map((field) => (
          <Plain key={field[0]} at={at} field={field} fields={fields} />
        ))}
        {kind === "items" && fields.fold === "share" && (
          <Plain at={at} field={["reached", "reached"]} fields={fields} />
        )}
      </div>
      {kind === "matrix" && (
        <Textarea name={`term-${at}-cells`} label={t("cells")} defaultValue={fields.cells} autosize minRows={2} />
      )}
      <details className="fold">
        <summary>{t("more")}</summary>
        <Plain at={at} field={["round", "round"]} fields={fields} />
        <Plain at={at} field={["otherwise", "otherwise"]} fields={fields} />
        {kind === "items" && <Plain at={at} field={["score", "score"]} fields={fields} />}
        {kind === "items" &&
          EDGES.map((edge) => (
            <Plain key={edge} at={at} field={[edge, edge, EDGE_CHOICES[edge], "edge-"]} fields={fields} />
          ))}
      </details>
      {canDrop && (
        <Button type="submit" name="intent" value={`drop-term-${at}`} variant="subtle" size="compact-sm">
          {t("dropTerm", { number: at + 1 })}
        </Button>
      )}
    </fieldset>
  );
}

function weightFields(kind: TermKind, { fold, weights }: Readonly<Record<string, string>>): readonly Field[] {
  if (kind !== "items" || fold !== "weighted") return [];
  return [WEIGHTS, ...(weights === "given" ? GIVEN_FIELDS : []), ...(weights === "level" ? LEVEL_FIELDS : [])];
}

interface PlainProps {
  readonly at: number;
  readonly field: Field;
  readonly fields: Readonly<Record<string, string>>;
}

function Plain({ at, field: [name, label, choices, prefix = ""], fields }: PlainProps) {
  const t = useText(methodWords);
  const own = `term-${at}-${name}`;
  if (!choices) return <TextInput name={own} label={t(label)} defaultValue={fields[name] ?? ""} />;
  const data = choices.map((value) => ({ value, label: t(`${prefix}${value}` as Word) }));
  return <NativeSelect name={own} label={t(label)} data={data} defaultValue={fields[name] || (choices[0] ?? "")} />;
}

function Spending({ at, fields }: Omit<PlainProps, "field">) {
  const t = useText(methodWords);
  const words = useText(reportWords);
  return (
    <>
      <NativeSelect
        name={`term-${at}-plan`}
        label={t("plan")}
        data={PLANS.map((value) => ({ value, label: words(`plan-${value}`) }))}
        defaultValue={fields.plan || "budget-list"}
      />
      <NativeSelect
        name={`term-${at}-fact`}
        label={t("fact")}
        data={FACTS.map((value) => ({ value, label: words(`fact-${value}`) }))}
        defaultValue={fields.fact || "net"}
      />
    </>
  );
}
