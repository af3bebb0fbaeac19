import { readHeadingKind } from "../import/index.ts";
import { oneLine } from "../language/words.ts";
import type { Heading } from "./outline-order.ts";

const WORDS = { subprogramme: "Подпрограмма", goal: "Цель", objective: "Задача" } as const;

/** A heading of an annex in print: with the words before its name as the document had them, as long as they still say its number; else «Задача 2: …». */
export function headingText(heading: Heading, before: readonly Heading[]): string {
  const bare = oneLine(heading.name.text);
  const usual = `${WORDS[heading.kind]} ${heading.number}${heading.kind === "subprogramme" ? "." : ":"} ${bare}`;
  const printed = oneLine(heading.name.place.text);
  const quoted = heading.kind === "subprogramme" && printed.includes(`«${bare}»`);
  const name = quoted ? `«${bare}»` : bare;
  const at = name === "" ? -1 : printed.indexOf(name.slice(0, 60));
  const prefix = printed.slice(0, at);
  const rest = printed.slice(at);
  const whole = rest.startsWith(name) || name.startsWith(rest);
  if (at <= 0 || !whole || readHeadingKind(prefix) !== heading.kind) return usual;
  return readNumber(prefix, heading, before) === heading.number ? `${prefix}${name}` : usual;
}

/** The number that such a prefix says: the one after the word, for goals the count of them, else the last of the numbers before the word. */
function readNumber(prefix: string, { kind, standing }: Heading, before: readonly Heading[]): number {
  const own = /\p{L}\D*(\d+(?:\.\d+)*)/u.exec(prefix)?.[1]?.split(".").at(-1);
  const first = kind === "goal" ? undefined : /^\d+(?:\.\d+)*/.exec(prefix)?.[0].split(".").at(-1);
  const siblings = before.filter(
    (other) =>
      other.kind === kind &&
      (kind === "subprogramme" ||
        (other.standing.subprogramme === standing.subprogramme &&
          (kind === "goal" || other.standing.goal === standing.goal))),
  );
  return Number(own ?? first ?? siblings.length + 1);
}
