/** Folds what two printings of one name differ in: case, ё, quotes, dashes, spaces, a full stop at the end. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\u00AD/g, "")
    .replace(/[«»“”„"'’]/g, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:]+|[\s.,;:]+$/g, "");
}
