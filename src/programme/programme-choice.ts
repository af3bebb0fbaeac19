import { bareWords } from "./language/words.ts";

/** A programme of the municipality as far as the choice needs it. */
export interface KnownProgramme {
  readonly slug: string;
  readonly title: string;
}

const ALIKE = 0.6;

/**
 * The short name under which a document is kept: that of the programme whose name it bears, with the years of
 * `base`; a programme of another name for the same years gets a number after it. Programmes live side by side.
 */
export function chooseSlug(base: string, title: string, known: readonly KnownProgramme[]): string {
  const family = known.filter(({ slug }) => slug === base || slug.startsWith(`${base}-n`));
  const same = family
    .map((programme) => ({ slug: programme.slug, alike: compareNames(programme.title, title) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)[0];
  if (same) return same.slug;
  const taken = new Set(family.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-n${number}`)) return `${base}-n${number}`;
}

/** The share of words that two names have in common, from 0 to 1; years do not count. */
function compareNames(a: string, b: string): number {
  const [first, second] = [words(a), words(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, Math.min(first.size, second.size));
}

/** Stems of the words that tell one programme from another. */
function words(name: string): ReadonlySet<string> {
  const all = bareWords(name)
    .split(/[ -]/)
    .filter((word) => word.length > 3 && !/^\d+$/.test(word) && !COMMON.test(word));
  return new Set(all.map((word) => word.slice(0, 6)));
}

const COMMON = /^(?:муниципальн|программ|район|област|город|округ|территори|годы|поселен|развити|администрац)/;
