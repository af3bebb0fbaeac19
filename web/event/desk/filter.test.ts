import { expect, test } from "vitest";
import { readQuery, writeQuery } from "./filter.ts";

test("what the address says comes back as the same address", () => {
  const said = {
    kind: "meeting",
    state: "held",
    organiser: "association",
    settlement: "0190d1a0-0000-7000-8000-000000000001",
    year: "2024",
    text: "двор",
    sort: "title",
    page: "3",
  };
  const query = readQuery(new URLSearchParams(said));
  expect(query).toMatchObject({ sort: "title", page: 3, filter: { year: 2024, state: "held" } });
  expect(writeQuery(query)).toEqual(said);
});

test("what is no condition is left out", () => {
  const query = readQuery(
    new URLSearchParams({ kind: "'", state: "x", year: "24", page: "0", sort: "x", association: "1" }),
  );
  expect(query).toEqual({ filter: {}, sort: "-date", page: 1 });
  expect(writeQuery(query)).toEqual({});
});
