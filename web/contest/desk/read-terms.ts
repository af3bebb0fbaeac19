import type { TermsText } from "../../../src/contest/call/contract.ts";
import { KNOWN_SOURCES } from "../parts/money.ts";
import { freshKey, nest, plain, type Tree, textOf, treesOf } from "../parts/nest.ts";

/**
 * What the form of terms says, for the door to judge. Keys of rows are nobody's matter: they are made here and kept by the form.
 * Criteria and their facts are kept from before; the form does not show them.
 */
export function readTerms(form: FormData, was: TermsText): unknown {
  const root = nest(form);
  const text = (name: string) => textOf(root, name);
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const [numerator = Number.NaN, denominator = Number.NaN] = text("quorum").split("/").map(Number);
  const applicants = (["legal-entity", "chair-person"] as const).filter((kind) => text(kind) !== "");
  return {
    ...was,
    ...{ regulations: text("regulations"), applicants, taxPercent: number("tax") ?? 0 },
    ...{ mustBeActive: text("mustBeActive") === "yes", leastAgeMonths: number("age") },
    ...{ prizeFreeYears: number("prizeFree"), applicationsPerAssociation: number("perAssociation") ?? 1 },
    papers: rowsOf(root, { list: "papers", named: "name", stem: "paper" }).map(({ key, row }) => ({
      ...{ key, name: textOf(row, "name"), isCompulsory: textOf(row, "isCompulsory") === "yes" },
    })),
    fields: rowsOf(root, { list: "fields", named: "label", stem: "question" }).map(({ key, row }) => ({
      ...{ key, label: textOf(row, "label"), hint: textOf(row, "hint"), kind: textOf(row, "kind") },
      isCompulsory: textOf(row, "isCompulsory") === "yes",
      when: readCondition(row, key),
    })),
    lines: rowsOf(root, { list: "lines", named: "name", stem: "line" }).map(({ key, row }) => ({
      ...{ key, name: textOf(row, "name") },
    })),
    quorum: { numerator, denominator },
    appeals: {
      withinDays: number("appealWithin"),
      answerDays: number("appealAnswer") ?? was.appeals?.answerDays ?? 30,
    },
    rules: { ...was.rules, money: readMoney(root, was) },
  };
}

/** A question that another one decides on; none where no answer is said, or it were to depend on itself. */
function readCondition(row: Tree, key: string): { readonly field: string; readonly is: string } | null {
  const [field, is] = [textOf(row, "when"), textOf(row, "whenIs").trim()];
  return field === "" || is === "" || field === key ? null : { field, is };
}

interface List {
  readonly list: string;
  /** The field without which a row is empty. */
  readonly named: string;
  readonly stem: string;
}

function rowsOf(root: Tree, { list, named, stem }: List): readonly { readonly key: string; readonly row: Tree }[] {
  const rows = treesOf(root, list).filter((row) => textOf(row, named) !== "");
  const known = new Set(rows.map((row) => textOf(row, "key")));
  return rows.map((row) => ({ row, key: textOf(row, "key") || freshKey(stem, known) }));
}

function readMoney(root: Tree, { rules: { money } }: TermsText): unknown {
  const given = typeof root.source === "object" ? root.source : {};
  const order = [...(money.sources ?? []).map(({ source }) => source), ...KNOWN_SOURCES];
  const sums = Object.keys(given).flatMap((source) => {
    const limit = plain(textOf(given, source));
    return limit === "" ? [] : [{ source, limit }];
  });
  const least = plain(textOf(root, "ownLeast"));
  return {
    ...money,
    // In the order in which they were spent before.
    sources: sums.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source)),
    mostPerProject: plain(textOf(root, "mostPerProject")) || null,
    ownContribution: least === "" ? null : { least, of: textOf(root, "ownOf") },
  };
}
