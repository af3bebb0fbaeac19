import type { Id } from "../../kernel/id.ts";
import type { Programme } from "../contract.ts";
import { flattenLines, listEditionLines } from "../edition.ts";
import type { Change, Comparison, LineSuccession, SuccessionKind } from "../views-comparison.ts";

/** What became of an identity, as it is kept. */
interface KeptSuccession {
  readonly kind: SuccessionKind;
  readonly fromId: Id;
  readonly toId: Id | null;
  readonly reason: string | null;
}

interface Side {
  readonly edition: { readonly content: Programme };
  readonly identities: ReadonlyMap<string, Id>;
}

interface Given {
  readonly successions: readonly KeptSuccession[];
  readonly was: Side;
  readonly became: Side;
}

/** The comparison with what was decided about its lines: from what they were split, into what they were joined. */
export function nameSuccessions(comparison: Comparison, { successions, was, became }: Given): Comparison {
  if (successions.length === 0) return comparison;
  const [before, after] = [nameIdentities(was), nameIdentities(became)];
  const find = (change: Change): LineSuccession | null => {
    const key = change.line?.key ?? "";
    const id = key.startsWith("was:") ? was.identities.get(key.slice("was:".length)) : became.identities.get(key);
    const own = successions.filter(({ fromId, toId }) => id !== undefined && (fromId === id || toId === id));
    const [first] = own;
    if (!first) return null;
    const names = own.flatMap(({ fromId, toId }) =>
      fromId === id ? (after.get(toId ?? "") ?? []) : (before.get(fromId) ?? []),
    );
    return { kind: first.kind, names: [...new Set(names)], reason: first.reason };
  };
  const changes = comparison.changes.map((change) => {
    const succession = change.line && find(change);
    if (!change.line || !succession) return change;
    return { ...change, line: { ...change.line, succession }, reason: change.reason ?? succession.reason };
  });
  return { ...comparison, changes };
}

function nameIdentities({ edition, identities }: Side): ReadonlyMap<Id, string> {
  const lines = flattenLines(listEditionLines(edition.content));
  return new Map(
    lines.flatMap((line) => (identities.has(line.key) ? [[identities.get(line.key) ?? "", line.name] as const] : [])),
  );
}
