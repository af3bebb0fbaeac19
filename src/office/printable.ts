/** Text that XML can hold: control characters beside tab and line break, and half a surrogate pair, become U+FFFD. */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\r", "")
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "\uFFFD");
}
