import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { XmlScanner } from "./xml.ts";
import { XmlError } from "./xml-error.ts";

type Event = readonly [string, string, string?];

/** What the scanner says of a text that comes in pieces; null where it is not well formed. */
function scan(pieces: readonly string[]): Event[] | null {
  const events: Event[] = [];
  const push = (kind: string, text: string): void => {
    const last = events.at(-1);
    if (kind === "text" && last?.[0] === "text") events[events.length - 1] = ["text", last[1] + text];
    else if (text !== "") events.push([kind, text]);
  };
  const rules = new Map(["w:a", "w:b", "?:c", "?:d"].map((name) => [name, name]));
  const scanner = new XmlScanner<string>(
    {
      rules,
      collecting: true,
      open: (rule, tag) => {
        events.push(["open", rule, JSON.stringify([...tag.attributes])]);
        return false;
      },
      close: (rule) => void events.push(["close", rule]),
      text: (text) => push("text", text),
    },
    100,
  );
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.finish();
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
  return events;
}

/** The same from a full parser. */
function parse(text: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let broken = false;
  const name = (uri: string, local: string): string =>
    uri.endsWith("wordprocessingml/2006/main") ? `w:${local}` : `?:${local}`;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes).filter((one) => one.name !== "xmlns" && one.prefix !== "xmlns");
    const pairs = attributes.map((one) => [one.prefix === "" ? one.name : name(one.uri, one.local), one.value]);
    events.push(["open", name(tag.uri, tag.local), JSON.stringify(pairs)]);
  });
  const push = (text: string): void => {
    const last = events.at(-1);
    if (last?.[0] === "text") events[events.length - 1] = ["text", last[1] + text];
    else if (text !== "" && events.length > 0) events.push(["text", text]);
  };
  parser.on("text", push);
  parser.on("cdata", push);
  parser.on("closetag", (tag) => void events.push(["close", name(tag.uri, tag.local)]));
  parser.write(text).close();
  const root = events.findLastIndex((event) => event[0] === "close");
  return broken ? null : events.slice(0, root + 1);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const text = fc.stringMatching(/^[а-яa-z &;]{0,6}$/).map((value) => value.replaceAll("&", "&amp;"));
const attribute = fc
  .tuple(fc.constantFrom("x", "y", "w:val"), text, fc.constantFrom('"', "'"))
  .map(([key, value, quote]) => ` ${key}=${quote}${value}>${quote}`);
const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom("<!-- <w:a> -->", "<![CDATA[<w:a>&]]>", "<?x ?>", "&#1040;", "&#x411;", "&lt;"),
    tie("element"),
  ),
  element: fc
    .tuple(
      fc.constantFrom("w:a", "w:b", "c"),
      fc.uniqueArray(attribute, { selector: (value) => value.slice(0, 3) }),
      fc.array(tie("node"), { maxLength: 4 }),
    )
    .map(([name, attributes, children]) => {
      const tag = name + attributes.join("");
      return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.join("")}</${name} >`;
    }),
}));
const documents = fc.array(node, { maxLength: 5 }).map((children) => `<w:a ${W}>${children.join("")}</w:a>`);

function cut(source: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((share) => Math.floor(share * source.length)).sort((a, b) => a - b), source.length];
  return places.slice(1).map((end, index) => source.slice(places[index], end));
}

describe("the scanner agrees with a full parser", () => {
  test("on well-formed text, however it is cut", () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(documents, cuts, (source, at) => {
        expect(scan(cut(source, at))).toEqual(parse(source));
      }),
      { numRuns: 400 },
    );
  });

  test("one character at a time", () => {
    const source = `<?xml version="1.0"?><!-- - -- --><w:a ${W} x="a>b"><![CDATA[]]]]>&amp;<w:b/></w:a>`.replace(
      "- -- -",
      "- -",
    );
    expect(scan([...source])).toEqual(parse(source));
  });

  test("a character changed anywhere is never more readable to the scanner than to the parser", () => {
    const change = fc.tuple(documents, fc.nat(), fc.constantFrom("<", ">", "&", '"', "/", "=", " ", "a", ""));
    fc.assert(
      fc.property(change, ([source, place, sign]) => {
        const at = place % source.length;
        const changed = source.slice(0, at) + sign + source.slice(at + 1);
        if (scan([changed]) !== null && parse(changed) === null) expect(harmless(changed)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

/** What the scanner lets pass on purpose, since it cannot change what is read: «--» in comments, «]]>» in text, names of instructions. */
function harmless(source: string): boolean {
  return /<!--|\]\]>|<\?/.test(source);
}
