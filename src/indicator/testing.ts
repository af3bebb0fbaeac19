import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestPerson, personWith } from "../access/testing.ts";
import { openEvents } from "../event/index.ts";
import { codeOf } from "../event/testing.ts";
import type { Actor } from "../kernel/context.ts";
import { openTestLedger } from "../ledger/testing.ts";
import { openNews } from "../news/index.ts";
import type { Database } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import { selectPlannedLines } from "../programme/index.ts";
import { openActs, registry } from "../registry/index.ts";
import type { AwardRecord, ContestRecord, Sources } from "./actual/actions-reading.ts";
import type { Computation } from "./contract.ts";
import { openIndicators } from "./index.ts";

export { codeOf };

/** The example programme with its ledger, events, news and acts, and a slice of contests that says what a test puts in. */
export async function openTestIndicators(database: Database, slug: string) {
  const ledgers = await openTestLedger(database, slug);
  const { desk, on, activityAt } = ledgers;
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-indicator-"));
  const files = openFiles(folder);
  const acts = openActs(desk);
  const news = openNews({ files, desk });
  const events = openEvents({ files, desk, findRoot: async () => "https://tos.example" });
  const awards: AwardRecord[] = [];
  const held: ContestRecord[] = [];
  const contests: NonNullable<Sources["contests"]> = {
    listAwards: async () => awards,
    listHeld: async () => held,
    listContests: async () => [],
  };
  const indicators = openIndicators({ acts, contests });
  const alone = openIndicators({ acts, contests: null });
  const run = on("2024-01-10", { kind: "system", name: "test" });
  const person = async (name: string, role: "coordinator" | "operator" | "resident"): Promise<Actor> =>
    personWith(await run((ctx) => createTestPerson(ctx, name, [role])), role);
  const people = {
    coordinator: await person("Координатор", "coordinator"),
    operator: await person("Ресурсный центр", "operator"),
    resident: await person("Житель", "resident"),
  };
  const lines = await run(selectPlannedLines);
  /** «1.1» is an indicator, «№ 4» the activity at that place. */
  const lineOf = (name: string) => {
    const line = lines.find(({ kind, number, position }) =>
      name.startsWith("№") ? kind === "activity" && position === Number(name.slice(1)) : number === name,
    );
    if (!line) throw new Error(`the example has no ${name}`);
    return { kind: line.kind, id: line.id };
  };
  const settlementId = await run((ctx) => registry.addSettlement(ctx, { name: "Кирза", oktmo: "" }));
  const associationId = await run((ctx) => registry.enterAssociation(ctx, { name: "Заря", settlementId }));
  const bind = (name: string, computation: Computation, given: { version?: string; day?: string } = {}) =>
    on(
      given.day ?? "2024-01-10",
      people.coordinator,
    )((ctx) =>
      indicators.setPassport(ctx, {
        line: lineOf(name),
        version: given.version ?? "0",
        computation,
        direction: "more",
        level: "objective",
        printed: "",
        reason: "решение координатора",
      }),
    );
  /** The figure of a line on a day; by default at the end of what the tests have as today, 20 January 2025. */
  const get = (name: string, asked: { until?: string; knownOn?: string; since?: string; sinceKnownOn?: string } = {}) =>
    on(
      "2025-01-20",
      people.coordinator,
    )((ctx) => indicators.getActual(ctx, { line: lineOf(name), year: "2024", ...asked }));
  const close = () => {
    ledgers.close();
    rmSync(folder, { recursive: true });
  };
  const own = { indicators, alone, events, news, acts, awards, held, people, lineOf, bind, get, associationId, close };
  return { ...ledgers, activityAt, ...own };
}

export type TestIndicators = Awaited<ReturnType<typeof openTestIndicators>>;
