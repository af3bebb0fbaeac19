import { z } from "zod";
import { PASSWORD_LENGTH } from "../people/password.ts";
import { isTimeZone, populationShape } from "../tenant/particulars.ts";
import { MUNICIPALITY_KINDS } from "../tenant/views.ts";
import type { SetUpField } from "./views.ts";

/** «Короткое имя в адресах»: `/m/<slug>`. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const named = z.string().trim().min(1).max(200);

const shape = z.object({
  name: named,
  nameGenitive: named,
  nameShort: named,
  kind: z.enum(MUNICIPALITY_KINDS),
  slug: z.string().trim().toLowerCase().regex(SLUG).max(60),
  timeZone: z.string().refine(isTimeZone),
  personName: named,
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});

/** Left empty altogether it is no population; half of one is looked at again. */
const populationForm = z
  .object({ year: z.string().trim(), people: z.string(), source: z.string().trim() })
  .transform(({ people, ...rest }) => ({ ...rest, people: people.replace(/\s/g, "") }));

export type SetUp = z.infer<typeof shape> & { readonly population: z.infer<typeof populationShape> | null };

/** What a form of the page says, or the fields that have to be looked at again. */
export function readSetUp(given: unknown): SetUp | { readonly fields: readonly SetUpField[] } {
  const asked = shape.safeParse(given);
  const population = readPopulation(given);
  if (asked.success && !("fields" in population)) return { ...asked.data, population: population.found };
  const fields = [
    ...(asked.success ? [] : asked.error.issues.map((issue) => String(issue.path[0] ?? "name"))),
    ...("fields" in population ? population.fields : []),
  ];
  return { fields: [...new Set(fields)] as SetUpField[] };
}

type PopulationRead =
  | { readonly found: z.infer<typeof populationShape> | null }
  | { readonly fields: readonly SetUpField[] };

function readPopulation(given: unknown): PopulationRead {
  const form = populationForm.safeParse(given);
  if (!form.success) return { fields: ["year"] };
  if (Object.values(form.data).every((value) => value === "")) return { found: null };
  const asked = populationShape.safeParse({ ...form.data, assumed: false });
  if (asked.success) return { found: asked.data };
  return { fields: asked.error.issues.map((issue) => String(issue.path[0])) as SetUpField[] };
}
