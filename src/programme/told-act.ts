import { printDay } from "../kernel/day.ts";
import type { Language } from "../kernel/refusal.ts";
import { type ActReading, applyProposals, type Proposal } from "./amend/index.ts";
import { compareProgrammes } from "./compare/index.ts";
import type { Programme } from "./contract.ts";
import type { Edit } from "./draft/edit.ts";
import { nameEdits } from "./draft/history.ts";
import { actFindingMessage } from "./messages-amend.ts";
import { describeObject } from "./messages-comparison.ts";
import { contrast, describeEdit, shorten } from "./messages-draft.ts";
import type { ToldAct, ToldProposal } from "./views-act.ts";
import type { ToldEdit } from "./views-draft.ts";

/** Of one proposal no more is told. */
const MOST_TOLD = 12;

/** What an act that was read proposes to change in `content`, and what is left to do by hand, in words. */
export function tellAct(reading: ActReading, content: Programme, language: Language): ToldAct {
  const { date, number } = reading.requisites;
  const day = date && printDay(date);
  return {
    number: [day, number && `№ ${number}`].filter(Boolean).join(" ") || null,
    proposals: reading.proposals.map((proposal) => tellProposal(proposal, content, language)),
    left: reading.findings.map((finding) => ({
      sentence: actFindingMessage(finding, language),
      quoted: finding.where.text,
      isError: finding.severity === "error",
    })),
  };
}

function tellProposal(proposal: Proposal, content: Programme, language: Language): ToldProposal {
  const edits = listTold(proposal, content, language);
  return {
    point: proposal.place.point,
    quoted: proposal.quoted,
    isSure: proposal.confidence === "sure",
    edits: edits.slice(0, MOST_TOLD),
    more: Math.max(0, edits.length - MOST_TOLD),
  };
}

/** A part that is printed anew is told by what differs in it. */
function listTold(proposal: Proposal, content: Programme, language: Language): readonly ToldEdit[] {
  const { edits, replacement } = proposal;
  const all: readonly Edit[] = [...edits, ...(replacement ? [{ do: "replace", by: replacement } as const] : [])];
  const [named = []] = nameEdits(content, [{ edits: all }], { from: 1, to: 1 });
  const told = named.map((one) => describeEdit(one, language));
  if (!replacement || replacement.do === "total" || replacement.do === "title") return told;
  const changes = compareProgrammes(content, applyProposals(content, [proposal]).programme);
  const compared = changes.map((change) => ({
    object: shorten(describeObject(change, language)),
    detail: "",
    ...(change.was !== null && change.became !== null
      ? contrast(change.was, change.became)
      : { was: change.was && shorten(change.was), became: change.became && shorten(change.became) }),
  }));
  return [...told, ...compared];
}
