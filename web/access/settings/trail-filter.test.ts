import { expect, test } from "vitest";
import { readFilter, writeFilter } from "./trail-filter.ts";

const ID = "01890000-0000-7000-8000-000000000001";

test.each([
  [`person=${ID}&action=consent.give&outcome=refused&from=2026-01-01&to=2026-01-31`, 5],
  [`subject=${ID}`, 1],
  ["", 0],
])("«%s» asks for %i things and is written back the same", (query, count) => {
  const filter = readFilter(new URLSearchParams(query));
  expect(Object.keys(filter)).toHaveLength(count);
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
});

test.each([
  "person=1 or 1=1",
  "subject='; drop table audit_entry; --",
  "action=<script>",
  "outcome=all",
  "from=2026-13-01",
  "to=2026-02-31",
  "from=yesterday",
])("«%s» asks for nothing", (query) => {
  expect(readFilter(new URLSearchParams(query))).toEqual({});
});
