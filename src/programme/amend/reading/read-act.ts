import type { DocumentTree } from "../../../office/tree.ts";
import type { Programme } from "../../contract.ts";
import type { ActFinding, ActFindingCode, ActPlace, ActReading } from "../act.ts";
import { type Atom, fail, isFailure, type Outcome } from "./atoms.ts";
import { resolveFigureOrder } from "./figure-orders.ts";
import { foldAtoms, type PlacedAtom } from "./fold.ts";
import { type ActOutline, type Instruction, outlineAct } from "./instructions.ts";
import { isPlace, locatePlace, type Target } from "./locate.ts";
import { type PlacedOrder, readOrders } from "./operations.ts";
import { meansProgramme, readAmended, readOwnNumber } from "./recognise.ts";
import { readFragment } from "./restated.ts";
import { resolveTextOrder } from "./text-orders.ts";

/** Reads an amending act against the programme as it stands: what it proposes, and what was not understood or does not fit. Nothing is guessed. */
export function readAct(tree: DocumentTree, programme: Programme): ActReading {
  const outline = outlineAct(tree);
  const amended = outline.openings.map(({ text }) => readAmended(text));
  const findings: ActFinding[] = [];
  const meant = amended.map((one) => meansProgramme(programme, one));
  outline.openings.forEach(({ place }, at) => {
    const { programme: name = null, number = null, date = null } = amended[at] ?? {};
    const named = number ? `${date ?? ""} № ${number}`.trim() : (name ?? "");
    if (meant[at] === "no")
      findings.push(makeFinding("another-programme", place, { found: named, expected: numberOf(programme) }));
    if (meant[at] === "unsaid") findings.push(makeFinding("programme-unnamed", place, { found: null, expected: null }));
  });
  if (outline.openings.length === 0)
    findings.push(makeFinding("not-understood", NO_PLACE, { found: null, expected: null }));
  const atoms: PlacedAtom[] = [];
  for (const instruction of outline.instructions) {
    if (meant[instruction.opening] === "no") continue;
    const read = readInstruction(programme, instruction, outline);
    atoms.push(...read.atoms.map((atom) => ({ atom, place: instruction.place })));
    findings.push(...read.findings);
  }
  const { proposals, overlaps } = foldAtoms(programme, atoms);
  findings.push(...overlaps.map((place) => makeFinding("overlap", place, { found: null, expected: null })));
  const own = amended[Math.max(0, meant.indexOf("yes"))] ?? { date: null, number: null, programme: null };
  return { requisites: { ...readOwnNumber(outline.head), amended: own }, proposals, findings };
}

const NO_PLACE: ActPlace = { point: null, block: 1, text: "" };

function numberOf(programme: Programme): string {
  const act = programme.resolutions.find(({ role, number }) => role === "approve" && number !== null);
  return act ? `${act.date ?? ""} № ${act.number}`.trim() : programme.title.text;
}

function readInstruction(
  programme: Programme,
  instruction: Instruction,
  outline: ActOutline,
): { atoms: readonly Atom[]; findings: readonly ActFinding[] } {
  const orders = readOrders(instruction.text, instruction.leads);
  const outcomes =
    orders.length === 0
      ? [fail("not-understood", instruction.text)]
      : orders.map((order) => resolveOrder(programme, { ...order, payload: instruction.payload }, outline));
  return {
    atoms: outcomes.flatMap((outcome) => (isFailure(outcome) ? [] : [...outcome])),
    findings: outcomes.flatMap((outcome) =>
      isFailure(outcome)
        ? [makeFinding(outcome.code, instruction.place, { found: outcome.named || null, expected: outcome.there })]
        : [],
    ),
  };
}

function resolveOrder(
  programme: Programme,
  said: PlacedOrder & { payload: Instruction["payload"] },
  outline: ActOutline,
): Outcome {
  const { order, phrase, payload } = said;
  const target = locatePlace(programme, phrase);
  if (!isPlace(target)) return fail(target.of === "none" ? "place-unknown" : "place-several", target.name);
  if (order.do === "restate-by-annex") return restateByAnnex(programme, target, { annex: order.annex, outline });
  if (target.of === "title") {
    if (order.do !== "restate" || order.text === null) return fail("not-understood", order.do);
    return [
      {
        do: "replacement",
        replacement: { do: "title", was: programme.title.text, text: order.text },
        confidence: "sure",
      },
    ];
  }
  const whole = order.do === "restate" && order.text === null && (target.of === "annex" || target.of === "passport");
  if (whole) return restateWhole(programme, target.of === "annex" ? target.part : "passport", payload);
  if (target.of === "annex" || target.of === "unit") return resolveFigureOrder(programme, target, said);
  return resolveTextOrder(programme, target, said);
}

function restateByAnnex(
  programme: Programme,
  target: Target,
  { annex, outline }: { annex: number; outline: ActOutline },
): Outcome {
  if (target.of !== "annex" && target.of !== "passport") return fail("not-understood", "приложение");
  const only = outline.annexes.length === 1 ? outline.annexes[0] : undefined;
  const found =
    outline.annexes.find(({ number }) => number === annex && annex !== 0) ?? (annex === 0 ? only : undefined);
  if (!found) return fail("annex-missing", annex === 0 ? "" : String(annex));
  return restateWhole(programme, target.of === "annex" ? target.part : "passport", found.blocks);
}

function restateWhole(
  programme: Programme,
  part: "annex1" | "annex2" | "annex3" | "passport",
  blocks: Instruction["payload"],
): Outcome {
  const fragment = readFragment(blocks, part, programme);
  if (fragment.kind === "unreadable") return fail("restated-unreadable", "");
  if (fragment.kind === "foreign") return fail("restated-foreign", fragment.name);
  if (fragment.unread.length > 0) return fail("restated-unreadable", fragment.unread[0] ?? "");
  return [{ do: "replacement", replacement: { do: "restate", part, content: fragment.programme }, confidence: "sure" }];
}

function makeFinding(
  code: ActFindingCode,
  where: ActPlace,
  said: { found: string | null; expected: string | null },
): ActFinding {
  const severity = code === "programme-unnamed" ? "warning" : "error";
  return {
    code,
    severity,
    where,
    related: [],
    ...said,
    variant: said.expected === null ? "plain" : "there",
    values: { point: where.point ?? "", text: where.text },
  };
}
