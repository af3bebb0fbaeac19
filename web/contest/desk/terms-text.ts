import type { TermsText } from "../../../src/contest/call/contract.ts";

const KEYED = /^([a-z0-9][a-z0-9-]*)(\*?)\s+(.+)$/;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Terms as the fields of the form show them, line by line. */
export function writeTerms(terms: TermsText) {
  const { money, ...rules } = terms.rules;
  return {
    papers: (terms.papers ?? []).map(
      ({ key, name, isCompulsory = true }) => `${key}${isCompulsory ? "*" : ""} ${name}`,
    ),
    fields: (terms.fields ?? []).map(
      ({ key, label, kind, hint = "", isCompulsory = true }) =>
        `${key}${isCompulsory ? "*" : ""} ${kind} ${label}${hint === "" ? "" : ` | ${hint}`}`,
    ),
    lines: (terms.lines ?? []).map(({ key, name }) => `${key} ${name}`),
    facts: Object.entries(terms.facts ?? {}).map(([criterion, from]) => `${criterion} = ${from}`),
    sources: (money.sources ?? []).map(({ source, limit }) => `${source} ${limit}`),
    rules: [JSON.stringify(rules, null, 2)],
  };
}

type Typed = Readonly<Record<string, string>>;

/**
 * What the form says, for the door to judge. What cannot be read as a line stays in it as it is, so that the refusal names its
 * place; conditions between fields are kept from before, the form does not show them.
 */
export function readTerms(typed: Typed, was: TermsText): unknown {
  const text = (name: string) => typed[name] ?? "";
  const number = (name: string) => (text(name).trim() === "" ? null : Number(text(name)));
  const [numerator = Number.NaN, denominator = Number.NaN] = text("quorum").split("/").map(Number);
  const applicants = [
    ...(typed["legal-entity"] ? ["legal-entity"] : []),
    ...(typed["chair-person"] ? ["chair-person"] : []),
  ];
  return {
    ...was,
    regulations: text("regulations"),
    applicants,
    taxPercent: number("tax") ?? 0,
    mustBeActive: typed.mustBeActive === "yes",
    leastAgeMonths: number("age"),
    prizeFreeYears: number("prizeFree"),
    applicationsPerAssociation: number("perAssociation") ?? 1,
    papers: linesOf(text("papers")).map(readPaper),
    fields: linesOf(text("fields")).map((line) => readField(line, was)),
    lines: linesOf(text("lines")).map((line) => {
      const [, key = line, , name = ""] = KEYED.exec(line) ?? [];
      return { key, name };
    }),
    facts: Object.fromEntries(linesOf(text("facts")).map((line) => line.split("=").map((part) => part.trim()))),
    quorum: { numerator, denominator },
    rules: { ...readRules(text("rules")), money: readMoney(typed, was) },
  };
}

function readPaper(line: string) {
  const [, key = line, star, name = ""] = KEYED.exec(line) ?? [];
  return { key, name, isCompulsory: star === "*" };
}

function readField(line: string, was: TermsText) {
  const [, key = line, star, rest = ""] = KEYED.exec(line) ?? [];
  const [, kind = "", words = ""] = /^(\S+)\s+(.+)$/.exec(rest) ?? [];
  const [label = "", hint = ""] = words.split("|").map((part) => part.trim());
  const when = was.fields?.find((field) => field.key === key)?.when ?? null;
  return { key, label, hint, kind, isCompulsory: star === "*", when };
}

function readRules(text: string): object {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : {};
  } catch (error) {
    // Not JSON: the door says that criteria are missing, and the text stays in the form.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function readMoney(typed: Typed, was: TermsText): unknown {
  const clean = (text = "") => text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  const least = clean(typed.ownLeast);
  return {
    ...was.rules.money,
    sources: linesOf(typed.sources ?? "").map((line) => {
      const [source = "", ...sum] = line.split(/\s+/);
      return { source, limit: clean(sum.join("")) };
    }),
    mostPerProject: clean(typed.mostPerProject) || null,
    ownContribution: least === "" ? null : { least, of: typed.ownOf },
  };
}
