import type { Id } from "../../kernel/id.ts";
import type { Pair } from "./assign.ts";

/** What stands between a review and its sitting, in the order in which it is cleared away; `ready` where nothing does. */
export type Obstacle =
  | { readonly code: "jury-empty" | "none-admitted" | "ready" }
  /** All jurors in office are recused from these: nobody can review them. */
  | { readonly code: "all-recused"; readonly numbers: readonly number[] }
  /** Nobody was given these, or fewer than the rules want: a juror was removed or recused, or they were never given out. */
  | { readonly code: "not-given" | "too-few"; readonly numbers: readonly number[]; readonly least: number }
  | { readonly code: "owed"; readonly jurorId: Id; readonly count: number };

interface Review {
  readonly applications: readonly { readonly id: Id; readonly number: number }[];
  /** In office. */
  readonly jurors: readonly Id[];
  readonly recusals: readonly Pair[];
  /** Sheets that count: given to jurors in office who are not recused. */
  readonly open: readonly Pair[];
  readonly owed: readonly Pair[];
  /** Sheets without which the rules do not rank an application. */
  readonly least: number;
}

/** What to do next before a sitting. */
export function findObstacles(review: Review): readonly Obstacle[] {
  const { applications, jurors, recusals, open, owed, least } = review;
  if (jurors.length === 0) return [{ code: "jury-empty" }];
  if (applications.length === 0) return [{ code: "none-admitted" }];
  const count = (pairs: readonly Pair[], id: Id) => pairs.filter(({ applicationId }) => applicationId === id).length;
  const isBarred = (id: Id) =>
    jurors.every((jurorId) => recusals.some((one) => one.jurorId === jurorId && one.applicationId === id));
  const free = applications.filter(({ id }) => !isBarred(id));
  const found: readonly Obstacle[] = [
    ...listed(
      "all-recused",
      applications.filter(({ id }) => isBarred(id)),
    ),
    ...listed(
      "not-given",
      free.filter(({ id }) => count(open, id) === 0),
      least,
    ),
    ...listed(
      "too-few",
      free.filter(({ id }) => count(open, id) > 0 && count(open, id) < least),
      least,
    ),
    ...jurors.flatMap((jurorId): readonly Obstacle[] => {
      const sheets = owed.filter((pair) => pair.jurorId === jurorId).length;
      return sheets > 0 ? [{ code: "owed", jurorId, count: sheets }] : [];
    }),
  ];
  return found.length > 0 ? found : [{ code: "ready" }];
}

function listed(
  code: "all-recused" | "not-given" | "too-few",
  applications: Review["applications"],
  least = 1,
): readonly Obstacle[] {
  const numbers = applications.map(({ number }) => number);
  if (numbers.length === 0) return [];
  return [code === "all-recused" ? { code, numbers } : { code, numbers, least }];
}
