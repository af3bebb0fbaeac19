import type { ItemOutcome, TermOutcome } from "../../../src/indicator/method/views.ts";
import type { AssessedYear } from "../../../src/report/views.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords, termWords } from "../words.ts";

const DECIMALS = 4;

interface Props {
  readonly own: Pick<AssessedYear, "method" | "outcome" | "formulas">;
  /** What lines are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every term of an assessment with its formula, what went in and what came out. */
export function TermTable({ own, names }: Props) {
  const t = useText(reportWords);
  const { method, outcome, formulas } = own;
  return (
    <FigureTable
      name={method.name}
      columns={[
        { key: "term", head: t("term") },
        { key: "reckoned", head: t("reckoned") },
        { key: "value", head: t("value"), label: t("value"), number: true },
      ]}
      rows={outcome.terms.map((term, at) => ({
        key: term.symbol,
        cells: {
          term: (
            <div>
              <strong>{term.symbol}</strong> <Words>{method.terms[at]?.title ?? ""}</Words>
            </div>
          ),
          reckoned: <Reckoned term={term} formula={formulas[at]} names={names} />,
          value: <Value term={term} />,
        },
      }))}
    />
  );
}

interface ReckonedProps {
  readonly term: TermOutcome;
  readonly formula: AssessedYear["formulas"][number] | undefined;
  readonly names: Props["names"];
}

function Reckoned({ term, formula, names }: ReckonedProps) {
  const t = useText(reportWords);
  return (
    <div>
      {formula?.formula && <p className="formula">{formula.formula}</p>}
      {formula?.filled && <p className="formula">{formula.filled.replaceAll(".", ",")}</p>}
      {term.kind === "spending" && <Spending term={term} />}
      {term.items.length > 0 && (
        <details className="fold">
          <summary>{`${t("items")}: ${term.items.length}`}</summary>
          <ul>
            {term.items.map((item) => (
              <li key={item.id}>
                <Item item={item} name={names.get(item.id) ?? ""} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Money of the term: fact ÷ plan, in roubles. */
function Spending({ term }: { readonly term: TermOutcome }) {
  const t = useText(reportWords);
  const language = useLanguage();
  return term.operands.map(({ of, value }) => (
    <p key={of} className="formula">
      {t((of in FACTS ? `fact-${of}` : `plan-${of}`) as "fact-net")}
      {": "}
      {value === null ? "–" : showFigure(`${value}/100`, language)}
    </p>
  ));
}

const FACTS: Readonly<Record<string, true>> = { paid: true, net: true, performed: true, committed: true };

function Item({ item, name }: { readonly item: ItemOutcome; readonly name: string }) {
  const t = useText(reportWords);
  const notes = useText(termWords);
  const language = useLanguage();
  const show = (text: string | null) => (text === null ? "–" : showFigure(text, language, DECIMALS));
  const weight = item.weight === null ? "" : `, ${t("itemWeight", { weight: show(item.weight) })}`;
  return (
    <>
      <Words>{name}</Words>
      <span className="note place">
        {t("itemFigures", { plan: show(item.plan), fact: show(item.fact), degree: show(item.degree) })}
        {weight}
        {item.counted !== null && item.counted !== item.degree && ` → ${show(item.counted)}`}
        {item.notes.length > 0 && ` (${item.notes.map((note) => notes(`note-${note}`)).join(", ")})`}
      </span>
    </>
  );
}

function Value({ term }: { readonly term: TermOutcome }) {
  const t = useText(reportWords);
  const lacks = useText(termWords);
  const language = useLanguage();
  if (term.value === null) return term.lack ? <small className="note">{lacks(`lack-${term.lack}`)}</small> : "–";
  return (
    <div>
      {showFigure(term.value, language, DECIMALS)}
      {term.isOtherwise && <small className="note place">{t("otherwise")}</small>}
    </div>
  );
}
