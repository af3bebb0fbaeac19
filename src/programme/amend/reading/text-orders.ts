import { type Block, cellText } from "../../../office/tree.ts";
import type { Programme, Section } from "../../contract.ts";
import { bareWords, oneLine } from "../../language/words.ts";
import type { PassportLine } from "../act.ts";
import { findOccurrences } from "../differences.ts";
import { type Span, splitParagraphs } from "../spans.ts";
import { type Atom, fail, makeWords, type Outcome, type TextAddress } from "./atoms.ts";
import type { Occurrence, Order } from "./operations.ts";
import type { PlacePhrase } from "./phrase.ts";
import { stripQuotes } from "./quotes.ts";

/** A text in which an order looks for words. */
interface Text {
  readonly address: TextAddress;
  readonly text: string;
  /** The part of it that the phrase names, by offsets. */
  readonly from: number;
  readonly to: number;
}

type TextTarget = { readonly of: "passport-row" | "section" | "passport" | "sections"; readonly at?: number };

/** An order about the passport or a section of text. */
export function resolveTextOrder(
  programme: Programme,
  target: TextTarget,
  said: { readonly order: Order; readonly phrase: PlacePhrase; readonly payload: readonly Block[] },
): Outcome {
  const { order, phrase } = said;
  if (order.do === "replace" || order.do === "append") return replaceWords(listTexts(programme, target, phrase), order);
  if (order.do === "add") return addText(programme, target, said);
  if (order.do === "restate-by-annex" || target.at === undefined) return fail("not-understood", order.do);
  if (phrase.paragraph !== null) return changeParagraph(programme, { of: target.of, at: target.at }, said);
  return target.of === "section" ? restateSection(programme, target.at, said) : restateRow(programme, target.at, said);
}

function listTexts(programme: Programme, target: TextTarget, phrase: PlacePhrase): readonly Text[] {
  const paragraph = phrase.paragraph;
  if (target.of === "passport" || target.of === "passport-row") {
    const rows = programme.passport.rows
      .map((row, at) => ({ row, at }))
      .filter(({ at }) => target.at === undefined || at === target.at);
    return rows.flatMap(({ row, at }) => {
      const { text } = row.text;
      const address: TextAddress = { of: "passport-row", at, paragraph: null };
      if (paragraph === null) return [{ address, text, from: 0, to: text.length }];
      const found = splitParagraphs(text)[paragraph - 1];
      return found ? [{ address, text, from: found.from, to: found.to }] : [];
    });
  }
  const sections = programme.sections
    .map((section, at) => ({ section, at }))
    .filter(({ at }) => target.at === undefined || at === target.at);
  return sections.flatMap(({ section, at }) =>
    section.paragraphs.flatMap(({ text }, index) => {
      if (paragraph !== null && index !== paragraph - 1) return [];
      return [{ address: { of: "section" as const, at, paragraph: index }, text, from: 0, to: text.length }];
    }),
  );
}

function replaceWords(texts: readonly Text[], order: Order & { do: "replace" | "append" }): Outcome {
  const wanted = order.do === "replace" ? order.was : (order.behind ?? "");
  if (texts.length === 0) return fail("place-unknown", wanted);
  if (order.do === "append" && order.behind === null) return appendToEnd(texts, order.text);
  const hits = texts.flatMap((text) =>
    findOccurrences(text.text.slice(text.from, text.to), wanted).map(({ from, to }) => ({
      text,
      span: spanFor(order, text.from + from, text.from + to),
    })),
  );
  const chosen = chooseHits(hits, order.occurrence);
  if (hits.length === 0)
    return fail(
      "not-found",
      wanted,
      texts.length === 1 ? oneLine(texts[0]?.text.slice(texts[0].from, texts[0].to) ?? "") : null,
    );
  if (!chosen) return fail("found-several", wanted, String(hits.length));
  const confidence = texts.length === 1 ? "sure" : "likely";
  return chosen.map(({ text, span }): Atom => ({ do: "words", address: text.address, spans: [span], confidence }));
}

function appendToEnd(texts: readonly Text[], added: string): Outcome {
  const [text] = texts;
  if (!text || texts.length > 1) return fail("place-several", added);
  return [
    {
      do: "words",
      address: text.address,
      spans: [{ from: text.to, to: text.to, text: ` ${added}` }],
      confidence: "sure",
    },
  ];
}

function spanFor(order: Order & { do: "replace" | "append" }, from: number, to: number): Span {
  if (order.do === "replace") return { from, to, text: order.text };
  return { from: to, to, text: /^[,.;:)]/.test(order.text) ? order.text : ` ${order.text}` };
}

function chooseHits<Hit>(hits: readonly Hit[], occurrence: Occurrence): readonly Hit[] | null {
  if (occurrence === "all") return hits;
  if (occurrence === null) return hits.length === 1 ? hits : null;
  const hit = hits[occurrence - 1];
  return hit ? [hit] : null;
}

/** «Абзац второй изложить…», «абзац третий исключить». */
function changeParagraph(
  programme: Programme,
  target: { of: TextTarget["of"]; at: number },
  { order, phrase, payload }: { order: Order; phrase: PlacePhrase; payload: readonly Block[] },
): Outcome {
  const number = phrase.paragraph ?? 0;
  const [text] = listTexts(programme, target, phrase);
  if (!text) return fail("place-unknown", `абзац ${number}`);
  const { address, from, to } = text;
  if (order.do === "strike") {
    if (address.of === "section") return [{ do: "strike-paragraph", section: address.at, at: number - 1 }];
    const end = text.text[to] === "\n" ? to + 1 : to;
    return [
      {
        do: "words",
        address,
        spans: [{ from: to === end && from > 0 ? from - 1 : from, to: end, text: "" }],
        confidence: "sure",
      },
    ];
  }
  const now = order.do === "restate" ? (order.text ?? readTexts(payload).join("\n")) : "";
  return now
    ? [{ do: "words", address, spans: [{ from, to, text: now }], confidence: "sure" }]
    : fail("restated-unreadable", "");
}

function addText(
  programme: Programme,
  target: TextTarget,
  { order, phrase, payload }: { order: Order; phrase: PlacePhrase; payload: readonly Block[] },
): Outcome {
  if (order.do !== "add") return fail("not-understood", order.do);
  if (order.what === "раздел") return addSection(programme, target, payload);
  if (target.of === "passport" || (target.of === "passport-row" && /строк|позици/.test(order.what)))
    return addRow(programme, target, payload);
  const texts = order.text !== null ? [order.text] : readTexts(payload);
  if (texts.length === 0 || target.at === undefined) return fail("restated-unreadable", order.what);
  if (target.of === "section") {
    const count = programme.sections[target.at]?.paragraphs.length ?? 0;
    const at = phrase.paragraph === null ? count : phrase.after ? phrase.paragraph : phrase.paragraph - 1;
    if (at > count) return fail("place-unknown", `абзац ${phrase.paragraph}`);
    return texts.map((text) => ({ do: "put-paragraph", section: target.at ?? 0, at, text }));
  }
  const [text] = listTexts(programme, target, phrase);
  if (!text) return fail("place-unknown", `абзац ${phrase.paragraph}`);
  return [
    {
      do: "words",
      address: text.address,
      spans: [{ from: text.to, to: text.to, text: `\n${texts.join("\n")}` }],
      confidence: "sure",
    },
  ];
}

function restateSection(
  programme: Programme,
  at: number,
  { order, payload }: { order: Order; payload: readonly Block[] },
): Outcome {
  if (order.do === "strike") return replaced({ do: "section", at, insert: false, content: null });
  const texts = order.do === "restate" && order.text !== null ? [order.text] : readTexts(payload);
  const old = programme.sections[at];
  return texts.length === 0 || !old
    ? fail("restated-unreadable", old?.heading.text ?? "")
    : replaced({ do: "section", at, insert: false, content: readSection(texts, old) });
}

function addSection(programme: Programme, target: TextTarget, payload: readonly Block[]): Outcome {
  const texts = readTexts(payload);
  if (texts.length === 0) return fail("restated-unreadable", "раздел");
  const at = target.of === "section" && target.at !== undefined ? target.at + 1 : programme.sections.length;
  return replaced({ do: "section", at, insert: true, content: readSection(texts, null) });
}

/** The first line is the heading where it has a section's number, or repeats the heading that stood. */
function readSection(texts: readonly string[], old: Section | null): Section {
  const match = /^(?:раздел\s+)?([IVXLC]+|\d{1,2})[.)]?\s+(.+)$/i.exec(texts[0] ?? "");
  const isHeading =
    match?.[2] && (!old || match[1] === old.number || bareWords(match[2]) === bareWords(old.heading.text));
  const repeats = old && bareWords(texts[0] ?? "") === bareWords(old.heading.text);
  const number = isHeading ? (match[1] ?? null) : (old?.number ?? null);
  const heading = isHeading ? (match[2] ?? "") : repeats || !old ? (texts[0] ?? "") : old.heading.text;
  const rest = isHeading || repeats || !old ? texts.slice(1) : texts;
  return {
    number,
    heading: makeWords(heading, "sections"),
    paragraphs: rest.map((text) => makeWords(text, "sections")),
  };
}

function restateRow(
  programme: Programme,
  at: number,
  { order, payload }: { order: Order; payload: readonly Block[] },
): Outcome {
  const row = programme.passport.rows[at];
  if (!row) return fail("place-unknown", "");
  if (order.do === "strike") return replaced({ do: "passport-row", at, insert: false, content: null });
  const printed = readRow(payload);
  const text =
    order.do === "restate" && order.text !== null ? order.text : (printed?.text.text ?? readTexts(payload).join("\n"));
  if (text === "") return fail("restated-unreadable", row.label.text);
  if (printed && oneLine(printed.label.text) !== oneLine(row.label.text))
    return replaced({ do: "passport-row", at, insert: false, content: printed });
  const address: TextAddress = { of: "passport-row", at, paragraph: null };
  return [{ do: "words", address, spans: [{ from: 0, to: row.text.text.length, text }], confidence: "sure" }];
}

function addRow(programme: Programme, target: TextTarget, payload: readonly Block[]): Outcome {
  const content = readRow(payload);
  if (!content) return fail("restated-unreadable", "строка паспорта");
  const at = target.at === undefined ? programme.passport.rows.length : target.at + 1;
  return replaced({ do: "passport-row", at, insert: true, content });
}

function replaced(replacement: Extract<Atom, { do: "replacement" }>["replacement"]): Outcome {
  return [{ do: "replacement", replacement, confidence: "sure" }];
}

/** A row of the passport printed as a table: its label and its text, in guillemets. */
function readRow(payload: readonly Block[]): PassportLine | null {
  const table = payload.find((block) => block.kind === "table");
  const [label, ...values] = table?.kind === "table" ? (table.rows[0]?.cells ?? []) : [];
  if (!label || values.length === 0) return null;
  const [printed, text] = [oneLine(cellText(label)), values.map(cellText).join("\n").trim()];
  const quoted = /^["“„«]/.test(printed);
  return {
    label: makeWords(quoted ? printed.slice(1) : printed, "passport"),
    text: makeWords(quoted ? text.replace(/["”»](?:[;.,]|\s)*$/, "") : stripQuotes(text), "passport"),
  };
}

/** The paragraphs of a payload without the quotation marks around the whole. */
export function readTexts(payload: readonly Block[]): readonly string[] {
  const texts = payload.flatMap((block) => (block.kind === "paragraph" ? [oneLine(block.text)] : [])).filter(Boolean);
  if (texts.length === 0) return [];
  return stripQuotes(texts.join("\n")).split("\n").map(oneLine).filter(Boolean);
}
