import { registry } from "../../src/registry/index.ts";
import type { Measured } from "./measure.ts";
import { type Bench, type BenchPage, withRegister } from "./open-register.ts";
import { DISTRICT, REGION, type Size } from "./seed-events.ts";

const LIMIT_MS = 100;

/** The register of a district and of a region: lists with filter, search and sort, and an association's page, inside and for everybody. */
export async function benchRegistry(sizes: readonly Size[] = [DISTRICT, REGION]): Promise<Measured[]> {
  const lines: Measured[] = [];
  for (const size of sizes) lines.push(...(await withRegister(size, (bench) => measureAll(bench, size))));
  return lines;
}

async function measureAll(bench: Bench, size: Size): Promise<readonly Measured[]> {
  const lines: Measured[] = [];
  const { rows } = await bench.database.pool.query<{ id: string }>(
    "select id from association order by number limit 1",
  );
  const [first] = rows;
  if (!first) throw new Error("the register has an association");
  for (const page of listPages(first)) {
    lines.push(await bench.measure({ ...page, what: `${page.what}, ${size.associations} associations` }));
  }
  return lines;
}

function listPages({ id }: { readonly id: string }): readonly BenchPage[] {
  type Filter = Parameters<typeof registry.listRegister>[1];
  const list = (what: string, path: string, filter: Filter): BenchPage => ({
    ...{ what: `the register, ${what}`, path: `/registry${path}`, limit: LIMIT_MS },
    work: (ctx) => registry.listRegister(ctx, filter),
  });
  const open = (what: string, query: string, filter: Filter): BenchPage => ({
    ...{ what: `the public list, ${what}`, path: `/associations?${query}`, limit: LIMIT_MS },
    work: (ctx) => registry.listPublic(ctx, filter),
  });
  return [
    list("the first page", "", {}),
    list("by words", `?text=${encodeURIComponent("луговая")}`, { text: "луговая" }),
    list("by people", "?sort=people", { sort: "people" }),
    list("with warnings", "?warned=1", { warned: true }),
    open("the first page", "anew=1", {}),
    open("by words and people", `text=${encodeURIComponent("луговая")}&sort=people`, {
      text: "луговая",
      sort: "people",
    }),
    {
      ...{ what: "an association", path: `/registry/associations/${id}`, limit: LIMIT_MS },
      work: (ctx) => registry.getCard(ctx, id),
    },
  ];
}
