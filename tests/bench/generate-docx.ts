import { writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";

/** How large a document to make: `megabytes` of the packed file, the same bytes for the same seed. */
export interface DocxPlan {
  readonly seed: number;
  readonly megabytes: number;
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const RUN =
  '<w:rPr><w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>';
const LABELS = [
  "Количество",
  "Стоимость единицы",
  "Сумма затрат, в том числе:",
  "областной бюджет",
  "местные бюджеты",
  "внебюджетные источники",
];
const STEMS =
  "програм поддерж развит территор самоуправ обществен мероприят показател исполнит бюджет финансир граждан район област совет проект конкурс семинар встреч информац".split(
    " ",
  );
const ENDINGS = "а ы ой ого ому ение ения ность ности ный ных ать ировать ие ия ями".split(" ");
const ROWS_OF_SAMPLE = 1200;

type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed. */
function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(random: Random, list: readonly string[]): string {
  return list[Math.floor(random() * list.length)] ?? "";
}

function writeWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(random, STEMS) + pick(random, ENDINGS)).join(" ");
}

function writeParagraph(text: string): string {
  return `<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r>${RUN}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function writeCell(text: string, properties = ""): string {
  return `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${properties}</w:tcPr>${writeParagraph(text)}</w:tc>`;
}

/** One row of annex 2; six of them make an activity, whose outer cells are merged downwards. */
function writeRow(random: Random, index: number): string {
  const part = index % LABELS.length;
  const merged = (words: number): string =>
    part === 0 ? writeCell(writeWords(random, words), '<w:vMerge w:val="restart"/>') : writeCell("", "<w:vMerge/>");
  const figure = (): string => writeCell(`${Math.floor(random() * 5000)},${Math.floor(random() * 10)}`);
  const figures = Array.from({ length: 4 }, figure).join("");
  const unit = writeCell(part === 0 ? "единица" : "тыс. руб");
  return `<w:tr>${merged(25)}${writeCell(LABELS[part] ?? "")}${unit}${figures}${merged(20)}${merged(15)}</w:tr>`;
}

function writeBody(random: Random, rows: number): string {
  const pieces: string[] = [];
  for (let row = 0; row < rows; ) {
    pieces.push(writeParagraph(writeWords(random, 60)), "<w:tbl><w:tblPr/>");
    for (const end = Math.min(row + 600, rows); row < end; row++) pieces.push(writeRow(random, row));
    pieces.push("</w:tbl>");
  }
  return pieces.join("");
}

function packBody(body: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

/** A document like annex 2, many times over: a paragraph and a table of 600 rows in turn. */
export function generateDocx(plan: DocxPlan): Uint8Array {
  const sample = packBody(writeBody(makeRandom(plan.seed), ROWS_OF_SAMPLE)).length;
  const rows = Math.round((plan.megabytes * 1024 * 1024 * ROWS_OF_SAMPLE) / sample / LABELS.length) * LABELS.length;
  return packBody(writeBody(makeRandom(plan.seed), rows));
}

const [path, megabytes = "4", seed = "1"] = process.argv.slice(2);
if (import.meta.main && path) writeFileSync(path, generateDocx({ seed: Number(seed), megabytes: Number(megabytes) }));
