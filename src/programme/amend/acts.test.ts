import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocument } from "../../office/read.ts";
import { importProgramme } from "../import/index.ts";
import type { Proposal } from "./act.ts";
import { readAct } from "./reading/read-act.ts";
import { isAmendingAct } from "./reading/recognise.ts";
import { ACTS } from "./testing.ts";

interface Expected {
  readonly programme: string;
  readonly proposals: readonly string[];
  readonly findings: readonly string[];
}

function describeProposal({ edits, replacement, place }: Proposal): string {
  const changes = edits.map((edit) =>
    edit.do === "set"
      ? `${Object.values(edit.address).join(" ")}: ${edit.was} → ${edit.text}`
      : `${edit.do} ${"list" in edit ? edit.list : ""}`,
  );
  const total =
    replacement?.do === "total"
      ? [`${Object.values(replacement.address).join(" ")}: ${replacement.was} → ${replacement.text}`]
      : [];
  return [place.point, ...changes, ...total].join(" | ");
}

test.each(["zarechnoborsk", "krasnoyarovsk"])("the act of %s proposes what is expected, and says the rest", (name) => {
  const expected = JSON.parse(readFileSync(join(ACTS, `${name}.expected.json`), "utf8")) as Expected;
  const programme = importProgramme(readDocument(readFileSync(join(ACTS, "..", expected.programme)))).programme;
  const tree = readDocument(readFileSync(join(ACTS, `${name}.txt`)));
  expect(isAmendingAct(tree)).toBe(true);
  const { proposals, findings } = readAct(tree, programme);
  expect({
    programme: expected.programme,
    proposals: proposals.map(describeProposal),
    findings: findings.map(({ code, where, found }) => `${where.point} | ${code} | ${found}`),
  }).toEqual(expected);
});
