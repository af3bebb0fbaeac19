import type { Carry, CarryProposal, SuccessionChoice } from "../../../src/programme/index.ts";

interface Chosen {
  readonly carry: Carry;
  readonly succession: readonly SuccessionChoice[];
}

/** The form as a decision: what the person chose, and for lines that the page did not show, the proposal. Null where the form has no such choices. */
export function readChoices(form: FormData, proposal: CarryProposal): Chosen | null {
  const fields = [...form].filter(([name]) => /^(line|fate):/.test(name));
  if (fields.length === 0) return null;
  const lines = proposal.lines.map((line) => ({ line, chosen: readChosen(form.get(`line:${line.key}`)) }));
  const carry = Object.fromEntries(
    lines.flatMap(({ line, chosen }) => {
      const identity = chosen ? (chosen.what === "carry" ? chosen.of : null) : line.identityId;
      return identity ? [[line.key, identity] as const] : [];
    }),
  );
  const splits = lines.flatMap(({ line, chosen }): readonly SuccessionChoice[] => {
    if (chosen) return chosen.what === "split" ? [{ kind: "split", from: chosen.of, to: line.key }] : [];
    return line.reason === "split" ? line.from.map((from) => ({ kind: "split", from, to: line.key })) : [];
  });
  const going = new Set([...Object.values(carry), ...splits.map((split) => split.from)]);
  // An earlier line that was given to a line after all goes on, whatever stood beside it.
  const fates = readFates(form, proposal).filter((fate) => !going.has(fate.from));
  return { carry, succession: [...splits, ...fates] };
}

function readChosen(value: FormDataEntryValue | null): { readonly what: string; readonly of: string } | null {
  if (typeof value !== "string") return null;
  const at = value.indexOf(":");
  return at < 0 ? { what: value, of: "" } : { what: value.slice(0, at), of: value.slice(at + 1) };
}

function readFates(form: FormData, proposal: CarryProposal): readonly SuccessionChoice[] {
  return proposal.candidates.flatMap(({ identityId: from }): readonly SuccessionChoice[] => {
    const chosen = readChosen(form.get(`fate:${from}`));
    const said = String(form.get(`why:${from}`) ?? "").trim();
    const reason = said === "" ? {} : { reason: said };
    if (chosen)
      return [
        chosen.what === "joined"
          ? { kind: "joined", from, to: chosen.of, ...reason }
          : { kind: "ended", from, to: null, ...reason },
      ];
    const into = proposal.lines.filter((line) => line.reason === "joined" && line.from.includes(from));
    return into.map((line) => ({ kind: "joined", from, to: line.key }));
  });
}
