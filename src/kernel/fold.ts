/** Letters that a person reads as the same are the same to a search: capital and small, ё and е. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
