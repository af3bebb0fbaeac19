import { describe, expect, test } from "vitest";
import { readDocument } from "../read.ts";
import { drawBlocks } from "../testing.ts";

const read = (body: string) => readDocument(Buffer.from(`<html><body>${body}</body></html>`));

describe("text of a page", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    ["soft line ends are blanks", "<p>Поддержка\r\nтерриторий\n  и домов</p>", ["Поддержка территорий и домов"]],
    ["a break is a line, but not at the end", "<p>а<br>б<br></p>", ["а\nб"]],
    ["no-break blanks and entities", "<p>2024&nbsp;год &laquo;ТОС&raquo; &amp;</p>", ["2024\u00a0год «ТОС» &"]],
    ["an empty paragraph of Word", "<p>а</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>б</p>", ["а", "", "б"]],
    ["text without paragraphs", "а<div>б</div>в", ["а", "б", "в"]],
    ["soft hyphens are gone", "<p>про&shy;грамма</p>", ["программа"]],
    [
      "deleted and hidden text",
      "<p>а<del>б</del><span style='display:none'>в</span><span class=msoDel>г</span></p>",
      ["а"],
    ],
    ["scripts, styles and the title", "<style>p{}</style><script>1<2</script><title>т</title><p>а</p>", ["а"]],
    [
      "conditional comments",
      "<!--[if gte mso 9]><xml><p>нет</p></xml><![endif]--><p><![if !vml]>да<![endif]></p>",
      ["да"],
    ],
    [
      "numbers of lists that Word writes as text",
      "<p><![if !supportLists]><span style='mso-list:Ignore'>1.2.<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>Задача</p><p><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>пункт</p>",
      ["1.2. Задача", "• пункт"],
    ],
    [
      "lists by hand",
      "<ol start=3><li>а<li>б</ol><ul><li>в</ul><ol type=I><li value=4>г</ol>",
      ["3. а", "4. б", "• в", "IV. г"],
    ],
    ["tabs of Word", "<p>а<span style='mso-tab-count:1'>      </span>б</p>", ["а\tб"]],
    ["preserved text", "<pre>а  б\n  в</pre>", ["а  б", "  в"]],
    ["a page break separates", "<p>а<br clear=all style='page-break-before:always'>б</p>", ["а\nб"]],
  ];
  test.each(cases)("%s", (_name, body, expected) => {
    expect(drawBlocks(read(body).blocks)).toEqual(expected);
  });
});

describe("tables of a page", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    [
      "cells merged both ways",
      "<table><tr><td rowspan=2>а<td colspan=2>б<tr><td>в<td>г</table>",
      [
        [
          ["1x2: а", "2+2: б"],
          ["2: в", "3: г"],
        ],
      ],
    ],
    ["paragraphs in a cell", "<table><tr><td><p>а</p><p>б</p></td><td></td></tr></table>", [[["1: а/б", "2: "]]]],
    [
      "a table within a cell",
      "<table><tr><td>а<table><tr><td>б</table>в<td>г</table>",
      [[[["1: а/в", [["1: б"]]], "2: г"]]],
    ],
    [
      "cells that are never closed",
      "<table><tr><td><b>а<td><i>б<tr><td>в<td>г</table>",
      [
        [
          ["1: а", "2: б"],
          ["1: в", "2: г"],
        ],
      ],
    ],
    ["spans beyond the table", "<table><tr><td rowspan=0>а<td rowspan=99>б<tr></table>", [[["1x2: а", "2x2: б"], []]]],
    ["spans that meet", "<table><tr><td>а<td rowspan=2>б<tr><td colspan=2>в</table>", [[["1: а", "2x2: б"], ["1: в"]]]],
    [
      "columns without width",
      "<table><col width=9*><col width=0*><col width=9*><tr><td colspan=2>а<td>б<tr><td>в<td colspan=2>г</table>",
      [
        [
          ["1: а", "2: б"],
          ["1: в", "2: г"],
        ],
      ],
    ],
    [
      "the row in which Word states widths",
      "<table><tr><td>а<td>б</tr><tr height=0><td width=9></td><td width=9></td></tr></table>",
      [[["1: а", "2: б"]]],
    ],
  ];
  test.each(cases)("%s", (_name, body, expected) => {
    expect(drawBlocks(read(body).blocks)).toEqual(expected);
  });
});

describe("encodings", () => {
  // «Программа» in windows-1251.
  const cp1251 = Buffer.from([0xcf, 0xf0, 0xee, 0xe3, 0xf0, 0xe0, 0xec, 0xec, 0xe0]);
  const around = (head: string, text: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>`), text, Buffer.from("</p></body></html>")]);
  const meta = (charset: string): string => `<meta http-equiv=Content-Type content="text/html; charset=${charset}">`;
  const utf16 = Buffer.from(`\ufeff<html>${meta("unicode")}<p>Программа</p></html>`, "utf16le");
  test.each([
    ["stated windows-1251", around(meta("windows-1251"), cp1251)],
    ["not stated", around("", cp1251)],
    ["an unknown one is stated", around(meta("x-none"), cp1251)],
    ["UTF-8 that says it is windows-1251", around(meta("windows-1251"), Buffer.from("Программа"))],
    ["UTF-16 with its mark", utf16],
  ])("%s", (_name, bytes) => {
    expect(drawBlocks(readDocument(bytes).blocks)).toEqual(["Программа"]);
  });
});

test("what is left out is counted", () => {
  const notes =
    "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>сноска</p></div></div>";
  const tree = read(`<p>а<a style='mso-footnote-id:ftn1' href="#f">[1]</a><img src=a.png></p>${notes}`);
  expect(drawBlocks(tree.blocks)).toEqual(["а"]);
  expect(tree.omitted).toEqual([
    { what: "picture", count: 1 },
    { what: "footnote", count: 1 },
  ]);
});

test.each([
  ["elements", "<div>".repeat(100_000)],
  ["tables", "<table><tr><td>".repeat(30_000)],
])("a hundred thousand %s within each other are refused at once", (_name, body) => {
  const start = performance.now();
  expect(() => read(`${body}а`)).toThrow(expect.objectContaining({ code: "nesting-too-deep" }));
  expect(performance.now() - start).toBeLessThan(5000);
});

test("spans without measure are refused before they are laid out", () => {
  const row = `<tr>${"<td colspan=1000 rowspan=65534>а</td>".repeat(1001)}</tr>`;
  expect(() => read(`<table>${row}</table>`)).toThrow(expect.objectContaining({ code: "too-many-cells" }));
});

describe("web archives", () => {
  const letter = (encoding: string, content: string): Buffer =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=a"\r\n\r\nПролог\r\n----=a\r\nContent-Type: text/html;\r\n charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n----=a\r\nContent-Type: image/png\r\n\r\nx\r\n----=a--\r\n`,
    );
  const page = "<html><body><p>Программа ТОС</p></body></html>";
  const quoted = [...Buffer.from(page)]
    .map((byte) => `=${byte.toString(16).toUpperCase()}`)
    .join("")
    .replace(/(.{72})/g, "$1=\r\n");
  test.each([
    ["quoted", letter("quoted-printable", quoted)],
    ["base64", letter("base64", Buffer.from(page).toString("base64"))],
    ["plain", letter("8bit", page)],
  ])("%s", (_name, bytes) => {
    expect(drawBlocks(readDocument(bytes).blocks)).toEqual(["Программа ТОС"]);
  });
});
