import type { TeamMember, TypedContent } from "../../../src/contest/application/contract.ts";

export const PLAN_FIELDS = ["what", "from", "until", "result"] as const;
export const ESTIMATE_FIELDS = ["what", "quantity", "unitCost", "asked", "ownMoney", "ownLabour", "ownThings"] as const;
const TEAM_FIELDS = ["name", "does"] as const;

/** What the form of an application holds, as it was typed. Lines in which nothing stands are left out. */
export function readApplication(form: FormData): { content: TypedContent; team: readonly TeamMember[] } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  const names = [...form.keys()];
  const answers = names
    .filter((name) => name.startsWith("answers."))
    .map((name) => [name.slice("answers.".length), text(name)] as const);
  return {
    content: {
      title: text("title"),
      summary: text("summary"),
      place: text("place"),
      answers: Object.fromEntries(answers),
      plan: readRows(names, text, { of: "plan", fields: PLAN_FIELDS }),
      estimate: readRows(names, text, { of: "estimate", fields: ESTIMATE_FIELDS }),
    },
    team: readRows(names, text, { of: "team", fields: TEAM_FIELDS }).filter(({ name }) => name.trim() !== ""),
  };
}

function readRows<Field extends string>(
  names: readonly string[],
  text: (name: string) => string,
  { of, fields }: { readonly of: string; readonly fields: readonly Field[] },
): Record<Field, string>[] {
  const places = new Set(names.flatMap((name) => new RegExp(`^${of}\\.(\\d{1,3})\\.`).exec(name)?.[1] ?? []));
  return [...places]
    .map(Number)
    .toSorted((a, b) => a - b)
    .map(
      (at) => Object.fromEntries(fields.map((field) => [field, text(`${of}.${at}.${field}`)])) as Record<Field, string>,
    )
    .filter((row) => fields.some((field) => row[field].trim() !== ""));
}
