import { divideRounded, ONE } from "../../kernel/decimal.ts";
import type { TeamMember, TypedContent } from "../application/contract.ts";
import type { Terms } from "../call/contract.ts";
import { sayNumber, sayRoubles } from "../paper/words.ts";
import { mostPoints } from "../rules/contract.ts";
import { CODE_HEAD, type ListName } from "./layout.ts";

/** What both files are laid out from. */
export interface FormFacts {
  readonly contest: string;
  readonly year: number;
  /** Local day and hour until which applications are taken, as they are printed. */
  readonly until: string;
  readonly mark: string;
  readonly terms: Terms;
  /** What stands in it already; empty for a form to be filled. */
  readonly filled: { readonly content: TypedContent; readonly team: readonly TeamMember[] };
}

/** The lines that stand in a list already. */
export const listLines = ({ filled }: FormFacts, name: ListName): readonly Readonly<Record<string, string>>[] =>
  name === "team" ? filled.team : filled.content[name];

/** What stands in an answer already; a group is said by its name. */
export function findAnswer({ filled: { content }, terms }: FormFacts, where: string): string {
  const [part = "", key = ""] = where.split(".");
  if (part === "title" || part === "summary" || part === "place") return content[part];
  const typed = content.answers[key] ?? "";
  return (key === "category" && terms.rules.categories.find((group) => group.key === typed)?.name) || typed;
}

/** What stands on top of the form. */
export function sayIntroduction({
  contest,
  year,
  until,
  terms,
}: Omit<FormFacts, "mark" | "filled">): readonly string[] {
  const { mostPerProject, ownContribution } = terms.rules.money;
  const own = ownContribution ? sayNumber(ownContribution.least) : "";
  return [
    `Заявка на конкурс «${contest}», ${year} год`,
    `Заполните без интернета и загрузите на странице конкурса до ${until}: из формы станет черновик, который останется проверить и подать. Колонку «${CODE_HEAD}» и метку формы не меняйте.`,
    ...(mostPerProject === null ? [] : [`На один проект можно просить не больше ${sayRoubles(mostPerProject)} руб.`]),
    ...(ownContribution
      ? [
          `Свой вклад — не меньше ${own} % ${ownContribution.of === "whole" ? "стоимости проекта" : "того, что просите"}.`,
        ]
      : []),
  ];
}

/** What an applicant reads beside the form: the papers to attach, and for what points are given. */
export function listHints({ terms }: FormFacts): {
  readonly papers: readonly string[];
  readonly criteria: readonly (readonly [string, string])[];
} {
  return {
    papers: terms.papers.map(({ name, isCompulsory }) => `${name}${isCompulsory ? "" : " (если есть)"}`),
    criteria: terms.rules.criteria.map(({ name, measure, weight }) => {
      const most = mostPoints(measure);
      return [name, most === null ? "без предела" : sayNumber(divideRounded(most * weight, ONE))];
    }),
  };
}
