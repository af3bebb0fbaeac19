/** Where one is: what `useLocation` says. */
interface At {
  readonly pathname: string;
  readonly search: string;
}

const PROGRAMME = /^(?:\/en)?(\/programmes\/[^/?#]+)(\/[^?#]*)?/;
/** Pages that are not of one edition, or name theirs in the address. */
const OF_NO_EDITION = /^\/(?:editions|compare|draft)(?:\/|$)/;

/** An address's number of an edition, `?edition=2`; null for what is none. */
export function readEditionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** The page as an earlier edition has it. */
export function inEdition(path: string, edition: number): string {
  const [before = "", hash] = path.split("#");
  return `${before}?edition=${edition}${hash === undefined ? "" : `#${hash}`}`;
}

/** A link on a page of an earlier edition leads to the same edition, as long as it stays with the programme. */
export function keepEdition(path: string, at: At): string {
  const edition = readEditionNumber(new URLSearchParams(at.search).get("edition") ?? "");
  const [, own, rest = ""] = PROGRAMME.exec(path) ?? [];
  const here = PROGRAMME.exec(at.pathname)?.[1];
  if (edition === null || !own || own !== here || path.includes("?") || OF_NO_EDITION.test(rest)) return path;
  return inEdition(path, edition);
}
