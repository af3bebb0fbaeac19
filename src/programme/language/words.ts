/** Any white space but single ordinary spaces: few texts have it, and asking is cheaper than replacing. */
const UNEVEN = /[^\S ]| {2}/;

/** Words in one form for comparison: lower case, ё as е, one kind of quote, dash and space; punctuation at the ends dropped. */
export function normaliseWords(text: string): string {
  const lower = text.toLowerCase().replaceAll("ё", "е");
  return (UNEVEN.test(lower) ? lower.replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ") : lower)
    .replace(/[«»"„“”]/g, "")
    .replace(/ ?[-–—‒−] ?/g, "-")
    .replace(/\s+([,.;:])/g, "$1")
    .replace(/^[\s.,;:-]+|[\s.,;:-]+$/g, "");
}

/** As `normaliseWords`, and without any punctuation inside: for «the same wording?». */
export function bareWords(text: string): string {
  return normaliseWords(text)
    .replace(/[.,;:()]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** One line of text: breaks and runs of spaces become one space. */
export function oneLine(text: string): string {
  const line = UNEVEN.test(text) ? text.replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ") : text;
  return line.trim();
}

/** «1.1. Доля…» → number «1.1», rest «Доля…»; «Основное мероприятие 2.1. Ремонт» → «2.1» and «Ремонт»; number null where none is printed. */
export function splitNumber(text: string): { number: string | null; rest: string } {
  const line = oneLine(text).replace(/^(?:основное )?мероприятие\s+№?\s*(?=\d)/i, "");
  const match = /^(\d{1,2}(?:\.\d{1,3})*)[.)]*\s+(?=\D)(.+)$/.exec(line);
  return match?.[1] && match[2] ? { number: match[1], rest: match[2] } : { number: null, rest: line };
}

/** Two Russian words of one stem: a long common beginning and short different endings. */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common >= 5 && a.length - common <= 3 && b.length - common <= 3;
}

/** Years named in a text: «2024 – 2026 годы» is all three; single years as they stand; ascending. */
export function readYears(text: string): number[] {
  const years = new Set<number>();
  for (const [, from, to] of text.matchAll(/(20\d\d)\s*[-–—‒−]\s*(20\d\d)/g)) {
    for (let year = Number(from); year <= Number(to) && years.size < 50; year++) years.add(year);
  }
  for (const [year] of text.matchAll(/\b20\d\d\b/g)) years.add(Number(year));
  return [...years].sort((a, b) => a - b);
}
