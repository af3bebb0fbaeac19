import { expect, test } from "vitest";
import { type Call, listRoutes } from "../tests/walk/calls.ts";
import { ROWS } from "../tests/walk/rows/index.ts";

const KNOWN = listRoutes();
const isPost = (call: string) => call.startsWith("POST");
const folderOf = (file: string) => file.split("/")[0];

test("the calls are read from the sources: words that are compared, switched over, and sent by forms", () => {
  const callsOf = (route: string) => KNOWN.find((one) => one.route === route)?.calls;
  expect(callsOf("people/:id")).toEqual(["GET", "POST consent", "POST end", "POST give", "POST withdrawal"]);
  expect(callsOf("settings/municipality")).toContain("POST population");
  expect(callsOf("people/:id/data.zip")).toEqual(["POST"]);
  expect(callsOf("settings/trail.csv")).toEqual(["GET"]);
});

test("every route has a row that says what each of its calls asks for", () => {
  const missing = KNOWN.filter(({ route }) => !ROWS.some((row) => row.route === route)).map(
    ({ route, file, calls }) =>
      `tests/walk/rows/${folderOf(file)}.ts needs { route: "${route}", calls: { ${calls.map((call) => `"${call}": …`).join(", ")} } }`,
  );
  expect(missing).toEqual([]);
});

test("every call of a route, each form by its intent, has a row", () => {
  const missing = KNOWN.flatMap(({ route, file, calls }) => {
    const row = ROWS.find((one) => one.route === route);
    const has = (call: Call) => (call === "POST" ? Object.keys(row?.calls ?? {}).some(isPost) : row?.calls[call]);
    return row ? calls.filter((call) => !has(call)).map((call) => ({ route, file, call })) : [];
  }).map(
    ({ route, file, call }) =>
      `tests/walk/rows/${folderOf(file)}.ts: the route "${route}" needs the call "${call}": a line of the permission table, "signed-in" or "everybody"`,
  );
  expect(missing).toEqual([]);
});

test("every row stands for one route, and asks of it what it has", () => {
  const routes = ROWS.map(({ route }) => route);
  expect(routes.filter((route, place) => routes.indexOf(route) !== place)).toEqual([]);
  const idle = ROWS.flatMap(({ route, calls }) => {
    const known = KNOWN.find((one) => one.route === route);
    if (!known) return [`no route "${route}" in web/app/routes.ts`];
    const kinds = new Set(known.calls.map((call) => call.split(" ")[0]));
    return Object.keys(calls)
      .filter((call) => !kinds.has(call.split(" ")[0] ?? ""))
      .map((call) => `the route "${route}" has no ${call}`);
  });
  expect(idle).toEqual([]);
});
