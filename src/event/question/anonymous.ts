/** Words shorter than this are initials, prepositions and the like. */
const SHORTEST = 4;

/**
 * Whether a text still says who asked: a word of the name in any case («Кузнецова», «Кузнецовой») or a word of the contact. It
 * compares beginnings of words without their endings; a clerk's eye is still needed, since not every name is noticed.
 */
export function namesAsker(
  { asker, contact }: { readonly asker: string; readonly contact: string },
  text: string,
): boolean {
  const said = listWords(text);
  const stems = listWords(asker).map((word) => word.slice(0, Math.max(SHORTEST, word.length - 2)));
  return stems.some((stem) => said.some((word) => word.startsWith(stem))) || sharesContact(contact, text);
}

function listWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length >= SHORTEST);
}

/** A telephone by its digits, an address of mail as a whole. */
function sharesContact(contact: string, text: string): boolean {
  const digits = (words: string) => words.replace(/\D/g, "");
  const mails = contact.match(/\S+@\S+/g) ?? [];
  const number = digits(contact).slice(-10);
  return (number.length >= 7 && digits(text).includes(number)) || mails.some((mail) => text.includes(mail));
}
