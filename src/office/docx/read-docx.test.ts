import { describe, expect, test } from "vitest";
import { readDocument } from "../read.ts";
import { findGridFaults, packDocx, wrapPart } from "../testing.ts";
import { type Block, cellText, type Table } from "../tree.ts";

function read(body: string, parts: Record<string, string> = {}) {
  return readDocument(packDocx(body, parts));
}

/** A compact picture of blocks: paragraphs as strings, tables as rows of «column+span×rowspan: content». */
function picture(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : pictureTable(block)));
}

function pictureTable(table: Table): unknown {
  expect(findGridFaults([table])).toEqual([]);
  return table.rows.map((row) =>
    row.cells.map((cell) => {
      const place = `${cell.column}${cell.columnSpan > 1 ? `+${cell.columnSpan}` : ""}${cell.rowSpan > 1 ? `x${cell.rowSpan}` : ""}`;
      return `${place}: ${cellText(cell)}`;
    }),
  );
}

const p = (text: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
const r = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const tbl = (rows: string): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;

describe("text of paragraphs", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    ["runs are joined", `<w:p>${r("Сове")}${r("т")}</w:p>`, ["Совет"]],
    [
      "tabs and line breaks",
      "<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:cr/><w:t>г</w:t></w:r></w:p>",
      ["а\tб\nв\nг"],
    ],
    ["tab stops are no tabs", p("а", '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>'), ["а"]],
    [
      "a no-break hyphen is a hyphen",
      "<w:p><w:r><w:t>пресс</w:t><w:noBreakHyphen/><w:t>релиз</w:t></w:r></w:p>",
      ["пресс-релиз"],
    ],
    [
      "soft hyphens are gone",
      "<w:p><w:r><w:t>про\u00adграм</w:t><w:softHyphen/><w:t>ма</w:t></w:r></w:p>",
      ["программа"],
    ],
    [
      "blanks at the ends count only when preserved",
      '<w:p><w:r><w:t> а </w:t></w:r><w:r><w:t xml:space="preserve"> б</w:t></w:r></w:p>',
      ["а б"],
    ],
    ["a line end in the XML is a blank", "<w:p><w:r><w:t>а\r\nб</w:t></w:r></w:p>", ["а б"]],
    ["references and CDATA", "<w:p><w:r><w:t>&lt;&#1040;&#x411;&amp;<![CDATA[<в>&]]></w:t></w:r></w:p>", ["<АБ&<в>&"]],
    [
      "symbols of picture fonts",
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F011"/><w:sym w:font="Arial" w:char="00B1"/></w:r></w:p>',
      ["✓?±"],
    ],
    [
      "hidden text is not seen",
      `<w:p>${r("а")}${r("б", "<w:vanish/>")}${r("в", '<w:vanish w:val="0"/>')}</w:p>`,
      ["ав"],
    ],
    [
      "a page break separates but is no line",
      '<w:p><w:r><w:br w:type="page"/><w:t>а</w:t><w:br w:type="page"/><w:t>б</w:t><w:br w:type="page"/></w:r></w:p>',
      ["а\nб"],
    ],
    [
      "hyperlinks, smart tags and content controls are looked through",
      `<w:sdt><w:sdtPr><w:t>нет</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${r("а")}</w:hyperlink><w:smartTag>${r("б")}</w:smartTag><w:sdt><w:sdtContent>${r("в")}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
      ["абв"],
    ],
    [
      "of a field only the result is read",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${r("нет")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r(" стр.")}</w:p>`,
      ["12 стр."],
    ],
    ["formulas keep their letters", "<w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p>", ["E=mc"]],
    ["an empty paragraph stays", `${p("а")}<w:p/>${p("б")}`, ["а", "", "б"]],
  ];
  test.each(cases)("%s", (_name, body, expected) => {
    expect(picture(read(body).blocks)).toEqual(expected);
  });
});

describe("tracked changes are accepted", () => {
  const mark = "<w:rPr><w:del/></w:rPr>";
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    [
      "insertions stay, deletions go",
      `<w:p><w:ins>${r("12")}</w:ins><w:del><w:r><w:delText>10</w:delText></w:r></w:del>${r(" единиц")}</w:p>`,
      ["12 единиц"],
    ],
    [
      "a move stands at its new place",
      `<w:p><w:moveFrom>${r("а")}</w:moveFrom>${r("б")}<w:moveTo>${r("а")}</w:moveTo></w:p>`,
      ["ба"],
    ],
    ["paragraphs with a deleted mark are joined", p("а", mark) + p("б", mark) + p("в") + p("г"), ["абв", "г"]],
    ["a deleted paragraph disappears", `${p("а")}<w:p><w:pPr>${mark}</w:pPr></w:p>${p("б")}`, ["а", "б"]],
    ["before a table a joined paragraph stays", p("а", mark) + tbl(tr(tc("б"))), ["а", [["1: б"]]]],
    ["a deleted row disappears", tbl(tr(tc("а")) + tr(tc("б"), "<w:del/>") + tr(tc("в"))), [[["1: а"], ["1: в"]]]],
    ["a deleted table disappears", tbl(tr(tc("а"), "<w:del/>")) + p("б"), ["б"]],
    ["a deleted cell disappears", tbl(tr(tc("а", "<w:cellDel/>") + tc("б"))), [[["1: б"]]]],
    [
      "old properties are not read",
      p("а", '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
      ["а"],
    ],
  ];
  test.each(cases)("%s", (_name, body, expected) => {
    expect(picture(read(body).blocks)).toEqual(expected);
  });
});

describe("tables", () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const cases: readonly (readonly [string, string, unknown])[] = [
    [
      "spans over columns",
      tr(tc("а", span(2)) + tc("б")) + tr(tc("в") + tc("г") + tc("д")),
      [
        ["1+2: а", "3: б"],
        ["1: в", "2: г", "3: д"],
      ],
    ],
    [
      "merges downwards, with and without a value",
      tr(tc("а", restart) + tc("б")) +
        tr(tc("", '<w:vMerge w:val="continue"/>') + tc("в")) +
        tr(tc("", "<w:vMerge/>") + tc("г")),
      [["1x3: а", "2: б"], ["2: в"], ["2: г"]],
    ],
    [
      "merges both ways",
      tr(tc("а", span(2) + restart) + tc("б")) +
        tr(tc("", `${span(2)}<w:vMerge/>`) + tc("в")) +
        tr(tc("1") + tc("2") + tc("3")),
      [["1+2x2: а", "3: б"], ["3: в"], ["1: 1", "2: 2", "3: 3"]],
    ],
    ["a continuation without a start stands for itself", tr(tc("а", "<w:vMerge/>") + tc("б")), [["1: а", "2: б"]]],
    [
      "a continuation of another width stands for itself",
      tr(tc("а", restart) + tc("б") + tc("в")) + tr(tc("г", `${span(2)}<w:vMerge/>`) + tc("д")),
      [
        ["1: а", "2: б", "3: в"],
        ["1+2: г", "3: д"],
      ],
    ],
    [
      "a restart ends the merge above",
      tr(tc("а", restart)) + tr(tc("б", restart)) + tr(tc("", "<w:vMerge/>")),
      [["1: а"], ["1x2: б"], []],
    ],
    [
      "old horizontal merges",
      tr(tc("а", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>") + tc("б")) + tr(tc("1") + tc("2") + tc("3")),
      [
        ["1+2: а", "3: б"],
        ["1: 1", "2: 2", "3: 3"],
      ],
    ],
    [
      "columns left free at both ends",
      tr(tc("а") + tc("б") + tc("в")) + tr(tc("г"), '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
      [["1: а", "2: б", "3: в"], ["2: г"]],
    ],
    [
      "columns that no cell ends at are not counted",
      tr(tc("а", span(3)) + tc("б", span(2))) + tr(tc("в", span(3)) + tc("г", span(2))),
      [
        ["1: а", "2: б"],
        ["1: в", "2: г"],
      ],
    ],
    [
      "senseless spans",
      tr(tc("а", span(0)) + tc("б", '<w:gridSpan w:val="x"/>') + tc("в", span(999999999))),
      [["1: а", "2: б", "3: в"]],
    ],
    [
      "rows and cells in content controls",
      `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc("а")}</w:sdtContent></w:sdt>${tc("б")}`)}</w:sdtContent></w:sdt>`,
      [["1: а", "2: б"]],
    ],
    ["a row without cells is no row", tr(tc("а")) + tr("") + tr(tc("б")), [["1: а"], ["1: б"]]],
    ["several paragraphs in a cell", tr(`<w:tc>${p("а")}${p("б")}</w:tc>`), [["1: а\nб"]]],
  ];
  test.each(cases)("%s", (_name, rows, expected) => {
    expect(picture(read(tbl(rows)).blocks)).toEqual([expected]);
  });

  test("nested tables stand between the paragraphs of their cell and are numbered after the table that holds them", () => {
    const inner = tbl(tr(tc("внутри")));
    const outer = tbl(tr(`<w:tc>${p("до")}${inner}${p("между")}${inner}${p("после")}</w:tc>`));
    const [first, second] = read(outer + tbl(tr(tc("вторая")))).blocks;
    const cell = first?.kind === "table" ? first.rows[0]?.cells[0] : undefined;
    const numbers = cell?.blocks.map((block) => (block.kind === "table" ? block.number : block.text));
    expect(numbers).toEqual(["до", 2, "между", 3, "после"]);
    expect(first).toMatchObject({ number: 1 });
    expect(second).toMatchObject({ number: 4 });
  });

  test("text under a merged cell is counted as left out", () => {
    const tree = read(tbl(tr(tc("а", restart)) + tr(tc("скрыто", "<w:vMerge/>"))));
    expect(tree.omitted).toEqual([{ what: "covered-text", count: 1 }]);
  });
});

describe("what is not text of the body", () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

  test("a text box is read once and follows its paragraph", () => {
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps">${box("рамка")}</mc:Choice><mc:Fallback><w:pict>${box("рамка")}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(picture(read(`<w:p>${r("а")}<w:r>${shape}</w:r>${r("б")}</w:p>${p("в")}`).blocks)).toEqual([
      "аб",
      "рамка",
      "в",
    ]);
  });

  test("without a choice the fallback is read", () => {
    const shape = `<mc:AlternateContent><mc:Fallback>${r("запас")}</mc:Fallback></mc:AlternateContent>`;
    expect(picture(read(`<w:p>${shape}</w:p>`).blocks)).toEqual(["запас"]);
  });

  test("pictures, comments and notes are counted", () => {
    const run =
      "<w:r><w:drawing><pic:pic/></w:drawing><w:commentReference/><w:footnoteReference/><w:footnoteReference/></w:r>";
    expect(read(`<w:p>${r("а")}${run}</w:p>`).omitted).toEqual([
      { what: "picture", count: 1 },
      { what: "comment", count: 1 },
      { what: "footnote", count: 2 },
    ]);
  });
});

describe("numbers of lists", () => {
  const level = (index: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (
    levels: string,
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  ): Record<string, string> => ({
    "word/numbering.xml": wrapPart("numbering", `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}`),
  });
  const item = (text: string, index = 0, list = 1): string =>
    p(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`);

  const cases: readonly (readonly [string, string, Record<string, string>, string[]])[] = [
    ["figures with a bracket", item("а") + item("б"), numbering(level(0, "decimal", "%1)")), ["1) а", "2) б"]],
    [
      "levels start anew under the next number",
      item("а") + item("б", 1) + item("в", 1) + item("г") + item("д", 1),
      numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")),
      ["1. а", "1.1. б", "1.2. в", "2. г", "2.1. д"],
    ],
    [
      "a deeper level may come first",
      item("а", 1),
      numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")),
      ["1.1. а"],
    ],
    [
      "Latin, Russian and Roman",
      item("а") + item("б", 1) + item("в", 2),
      numbering(level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "russianLower", "%3)")),
      ["I. а", "a) б", "а) в"],
    ],
    [
      "legal numbers are figures",
      item("а") + item("б", 1),
      numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")),
      ["I. а", "1.1 б"],
    ],
    ["bullets", item("а"), numbering(level(0, "bullet", "\uf0b7")), ["• а"]],
    [
      "nothing between number and text",
      item("а"),
      numbering(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>')),
      ["1а"],
    ],
    ["a number in an empty paragraph", p("текст") + item(""), numbering(level(0, "decimal", "%1.")), ["текст", "1."]],
    [
      "a second list of the same kind goes on unless it starts anew",
      item("а") + item("б", 0, 2) + item("в", 0, 3),
      numbering(
        level(0, "decimal", "%1."),
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
      ),
      ["1. а", "2. б", "5. в"],
    ],
    ["list 0 is no list", item("а", 0, 0), numbering(level(0, "decimal", "%1.")), ["а"]],
    ["a list that is not defined prints nothing", item("а", 0, 9), numbering(level(0, "decimal", "%1.")), ["а"]],
  ];
  test.each(cases)("%s", (_name, body, parts, expected) => {
    expect(picture(read(body, parts).blocks)).toEqual(expected);
  });

  test("a style brings its list, and hidden text, along", () => {
    const styles = wrapPart(
      "styles",
      '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="item"><w:basedOn w:val="base"/></w:style>' +
        '<w:style w:type="character" w:styleId="unseen"><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const body = `<w:p><w:pPr><w:pStyle w:val="item"/></w:pPr>${r("а")}${r("б", '<w:rStyle w:val="unseen"/>')}</w:p>`;
    const parts = { ...numbering(level(0, "decimal", "%1)")), "word/styles.xml": styles };
    expect(picture(read(body, parts).blocks)).toEqual(["1) а"]);
  });
});

describe("other writers of .docx", () => {
  const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  const cases: readonly (readonly [string, string])[] = [
    [
      "another prefix",
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>да</x:t></x:r></x:p></x:body></x:document>',
    ],
    [
      "the strict namespace",
      `<w:document xmlns:w="${strict}"><w:body><w:p><w:r><w:t>да</w:t></w:r></w:p></w:body></w:document>`,
    ],
    ["no prefix at all", `<document xmlns="${strict}"><body><p><r><t>да</t></r></p></body></document>`],
    [
      "a prefix declared within",
      `<w:document xmlns:w="${strict}"><w:body><y:p xmlns:y="${strict}"><y:r><y:t>да</y:t></y:r></y:p></w:body></w:document>`,
    ],
    [
      "comments, instructions and a greater sign in a value",
      `<?xml version="1.0"?><!-- <w:t>нет</w:t> --><w:document xmlns:w="${strict}"><w:body a=">"><?x <w:t>?><w:p><w:r><w:t >да</w:t ></w:r></w:p ></w:body></w:document>\n`,
    ],
  ];
  test.each(cases)("%s", (_name, document) => {
    expect(picture(read("", { "word/document.xml": document }).blocks)).toEqual(["да"]);
  });
});
