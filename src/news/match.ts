import type { NewsFilter, PublicationRow } from "./contract.ts";

const fold = (text: string) => text.toLowerCase().replaceAll("ё", "е");

/** Whether a list with these conditions shows the publication. */
export function matchesNews(row: PublicationRow, filter: NewsFilter): boolean {
  const { kind, state, year, outletId, text } = filter;
  if (kind && row.kind !== kind) return false;
  if (state && row.state !== state) return false;
  if (year !== undefined && row.publishedOn?.slice(0, 4) !== String(year)) return false;
  if (outletId && row.outlet?.id !== outletId) return false;
  if (!text) return true;
  const said = fold(
    [row.title, row.lead ?? "", row.outlet?.name ?? "", ...row.associations.map(({ name }) => name)].join(" "),
  );
  return fold(text)
    .split(/\s+/)
    .every((word) => said.includes(word));
}
