import { sql } from "kysely";
import { listMunicipalities } from "../../src/access/index.ts";
import { type Database, inOwnerTransaction, openDatabase } from "../../src/platform/database/index.ts";
import { addPerson } from "../journeys/people.ts";
import { type Portal, startPortal } from "../journeys/portal.ts";
import { type Measured, median } from "./measure.ts";

const PEOPLE = 10_000;
const TASKS = 100_000;
const NOTICES = 200_000;
const LIMIT_MS = 150;
const ROUNDS = 45;
const WARM_UP = 5;

/** The desk, the list and a task as whole pages of the real server, with 10,000 people, 100,000 tasks and 200,000 notices. */
export async function benchDesk(): Promise<Measured[]> {
  const portal = await startPortal();
  try {
    const executor = await addPerson(portal, { name: "Исполнитель", role: "operator" });
    const task = await seed(portal);
    const [coordinator, operator] = [await signIn(portal, portal), await signIn(portal, executor)];
    const bare = await timePage(portal, { path: "/privacy", cookie: coordinator });
    return [
      await measure("the desk of a coordinator", { path: "/desk", cookie: coordinator }),
      await measure("the desk of an executor", { path: "/desk", cookie: operator }),
      await measure("the list of all tasks", { path: "/desk/tasks", cookie: coordinator }),
      await measure("the late tasks of a year", { path: "/desk/tasks?year=2026&late=1", cookie: coordinator }),
      await measure("one task", { path: `/desk/tasks/${task}`, cookie: coordinator }),
      await measure("the executors of a year", { path: "/desk/executors?year=2026", cookie: coordinator }),
    ];

    async function measure(what: string, page: { path: string; cookie: string }): Promise<Measured> {
      const { middle, high } = await timePage(portal, page);
      const ratio = (middle / bare.middle).toFixed(1);
      return {
        what: `${what}, ${TASKS} tasks: median; ${high.toFixed(0)} ms at 95 %; ÷ a page without tables ${ratio}`,
        value: `${middle.toFixed(0)} ms`,
        target: `≤ ${LIMIT_MS} ms`,
        met: middle <= LIMIT_MS,
      };
    }
  } finally {
    await portal.stop();
  }
}

export async function timePage(portal: Pick<Portal, "url">, { path, cookie }: { path: string; cookie: string }) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const response = await fetch(portal.url + path, { headers: { cookie } });
    await response.text();
    times.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  }
  const warm = times.slice(WARM_UP).toSorted((a, b) => a - b);
  return { middle: median(warm), high: warm[Math.floor(warm.length * 0.95)] ?? Number.NaN, rounds: ROUNDS };
}

/** `url` may end with `/m/<slug>`: then in that municipality. */
export async function signIn(portal: Pick<Portal, "url">, who: Pick<Portal, "email" | "password">): Promise<string> {
  const response = await fetch(`${portal.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: new URL(portal.url).origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: who.email, password: who.password }),
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** Fills the portal's database beside it; everything follows from a number, so that every run has the same rows. The id of one task. */
async function seed(portal: Portal): Promise<string> {
  const database = await openDatabase({ dataFolder: portal.dataFolder, databaseUrl: null }, "command");
  try {
    const [municipality] = await inOwnerTransaction(database, listMunicipalities);
    if (!municipality) throw new Error("the portal has a municipality");
    await seedPeople(database, municipality.id);
    await seedTasks(database, municipality.id);
    await seedNotices(database, municipality.id);
    const { rows } = await database.pool.query<{ id: string }>("select id from task where number = 50000");
    await database.pool.query("analyze");
    return rows[0]?.id ?? "";
  } finally {
    await database.close();
  }
}

/** A number between 0 and below `most`, the same for the same row. */
const spread = (row: string, most: number) => sql.raw(`(abs(hashint4(${row})::bigint) % ${most})`);
const idOf = (kind: string, row: string) => sql.raw(`md5('${kind}' || ${row})::uuid`);

export function seedPeople(database: Database, municipality: string): Promise<unknown> {
  return inOwnerTransaction(database, async (tx) => {
    await sql`insert into person (id, name, email)
      select ${idOf("person", "n")}, 'Человек ' || n, n || '@bench.example' from generate_series(1, ${PEOPLE}) as n`.execute(
      tx,
    );
    await sql`insert into role_holding (municipality_id, id, person_id, role, given_at, given_on, basis)
      select ${municipality}, ${idOf("holding", "n")}, ${idOf("person", "n")},
        (array['settlement', 'chair', 'resident', 'operator', 'accountant'])[1 + ${spread("n", 5)}], now(), date '2025-01-01', 'bench'
      from generate_series(1, ${PEOPLE}) as n where n % 20 = 0`.execute(tx);
  });
}

function seedTasks(database: Database, municipality: string): Promise<unknown> {
  return inOwnerTransaction(database, async (tx) => {
    await sql`insert into task (municipality_id, id, number, number_year, kind, year, title, executor, role, owner_person_id,
        due_date, remind_days, state, done_on, given_at, given_by_name)
      select ${municipality}, ${idOf("task", "n")}, n, 2025, case when n % 2 = 0 then 'programme' else 'hand' end, 2024 + ${spread("n + 1", 4)}, 'Поручение ' || n,
        'Исполнитель ' || ${spread("n + 2", 40)},
        (array['coordinator', 'operator', 'settlement', 'chair', 'accountant'])[1 + ${spread("n + 3", 5)}],
        case when n % 5 = 0 then null else md5('person' || (1 + ${spread("n + 4", PEOPLE)}))::uuid end,
        date '2024-01-01' + ${spread("n + 5", 1460)}::int, 7, state,
        case when state in ('done', 'accepted') then date '2025-01-01' end, now(), 'bench'
      from (select n, (array['open', 'in-work', 'returned', 'done', 'accepted', 'accepted', 'accepted', 'cancelled'])[1 + ${spread("n + 6", 8)}] as state
        from generate_series(1, ${TASKS}) as n) as made`.execute(tx);
    await sql`insert into task_event (municipality_id, task_id, version, kind, at, by_name)
      select ${municipality}, ${idOf("task", "n")}, version, 'given', now(), 'bench'
      from generate_series(1, ${TASKS}) as n, generate_series(1, 3) as version`.execute(tx);
  });
}

/** A tenth of them for the coordinator, so that one desk is very full. */
function seedNotices(database: Database, municipality: string): Promise<unknown> {
  return inOwnerTransaction(database, (tx) =>
    sql`insert into notice (municipality_id, id, person_id, kind, key, subject_kind, subject_id, href, title, at, read_at)
      select ${municipality}, ${idOf("notice", "n")},
        case when n % 10 = 0 then (select id from person where email = 'coordinator@example.org')
          else md5('person' || (1 + ${spread("n", PEOPLE)}))::uuid end,
        case when n % 3 = 0 then 'message' else 'given' end, 'bench ' || n, 'task', ${idOf("task", "n % 1000")},
        '/desk', 'Поручение ' || n, now(), case when n % 2 = 0 then now() end
      from generate_series(1, ${NOTICES}) as n`.execute(tx),
  );
}
