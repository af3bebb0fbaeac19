import { type CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import type pg from "pg";
import type { Context } from "../../src/kernel/context.ts";
import { type Database, inTenant, type Tx } from "../../src/platform/database/index.ts";
import { median } from "./measure.ts";

type Statement = Pick<CompiledQuery, "sql" | "parameters">;
type Base = Omit<Context, "tx">;

/** The questions that a door puts to the database, without those that open its transaction. */
export async function recordStatements(
  database: Database,
  base: Base,
  work: (ctx: Context<Tx>) => Promise<unknown>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const dialect = new PostgresDialect({ pool: database.pool });
  // Not destroyed: the pool is the caller's.
  const log = ({ query }: { readonly query: Statement }) => {
    statements.push(query);
  };
  const kysely = new Kysely<Record<never, never>>({ dialect, log });
  await inTenant({ kysely }, base.municipalityId, (tx) => work({ ...base, tx }));
  return statements.filter(
    ({ sql: text }) => /^\s*(select|with|insert)/i.test(text) && !text.includes("set_config('role'"),
  );
}

/** Milliseconds of the same statements under row-level security and by the owner, who is past it, in turns; medians. */
export async function timeSecurity(
  database: Database,
  municipalityId: string,
  statements: readonly Statement[],
): Promise<{ secured: number; open: number }> {
  const times: { secured: number; open: number }[] = [];
  for (let round = 0; round < 60; round++) {
    times.push({
      secured: await timeOnce(database, municipalityId, { statements, role: "sosedstvo_app" }),
      open: await timeOnce(database, municipalityId, { statements, role: "none" }),
    });
  }
  const warm = times.slice(10);
  return { secured: median(warm.map(({ secured }) => secured)), open: median(warm.map(({ open }) => open)) };
}

interface Round {
  readonly statements: readonly Statement[];
  readonly role: "sosedstvo_app" | "none";
}

async function timeOnce(database: Database, municipalityId: string, { statements, role }: Round): Promise<number> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const start = performance.now();
    if (role !== "none") {
      await client.query("select set_config('role', $1, true), set_config('sosedstvo.municipality', $2, true)", [
        role,
        municipalityId,
      ]);
    }
    for (const statement of statements) await ask(client, statement, "");
    return performance.now() - start;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

function ask(client: pg.PoolClient, { sql: text, parameters }: Statement, before: string) {
  return client.query(before + text, [...parameters]);
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Total Time": number;
  readonly "Actual Loops": number;
  readonly "Actual Rows": number;
  readonly Plans?: readonly PlanNode[];
}

/** The node that takes longest by itself, of all statements, under row-level security: its kind, where, milliseconds and rows. */
export async function findSlowestNode(
  database: Database,
  municipalityId: string,
  statements: readonly Statement[],
): Promise<string> {
  const nodes = await inTenant(database, municipalityId, async (tx) => {
    const found: { name: string; own: number; rows: number }[] = [];
    // What the page wrote stands there already, and cannot be written twice.
    for (const { sql: text, parameters } of statements.filter((statement) => !/^\s*insert/i.test(statement.sql))) {
      const { rows } = await tx.executeQuery<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>({
        ...sql`select`.compile(tx),
        sql: `explain (analyze, format json) ${text}`,
        parameters,
      });
      for (const { Plan } of rows[0]?.["QUERY PLAN"] ?? []) found.push(...listNodes(Plan));
    }
    return found;
  });
  const [slowest] = nodes.toSorted((a, b) => b.own - a.own);
  return slowest ? `${slowest.name}, ${slowest.own.toFixed(1)} ms, ${slowest.rows} rows` : "none";
}

function listNodes(node: PlanNode): { name: string; own: number; rows: number }[] {
  const whole = (one: PlanNode) => one["Actual Total Time"] * one["Actual Loops"];
  const inner = node.Plans ?? [];
  const own = whole(node) - inner.reduce((sum, child) => sum + whole(child), 0);
  const where = node["Index Name"] ?? node["Relation Name"];
  const name = where ? `${node["Node Type"]} ${where}` : node["Node Type"];
  return [{ name, own, rows: node["Actual Rows"] * node["Actual Loops"] }, ...inner.flatMap(listNodes)];
}
