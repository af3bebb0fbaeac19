import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, test } from "vitest";
import { packOdf, packXlsx } from "../testing.ts";
import { readOrRefuse } from "../testing-fuzz.ts";

/** XML of the given elements with the given attributes within each other, with words between. */
function elements(names: readonly string[], attributes: readonly string[]): fc.Arbitrary<string> {
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      fc.constantFrom("текст", "12", "0.5"),
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), fc.array(tie("node"), { maxLength: 5 }))
        .map(([name, attribute, children]) => `<${name}${attribute}>${children.join("")}</${name}>`),
    ),
  }));
  return fc.array(node, { maxLength: 6 }).map((nodes) => nodes.join(""));
}

describe("whatever the parts of a document are, the answer is a sound tree or a refusal, soon", () => {
  test("elements of an .odt in any order", () => {
    const names = [
      "text:p",
      "text:h",
      "text:span",
      "text:list",
      "text:list-item",
      "text:s",
      "text:note",
      "draw:frame",
      "draw:text-box",
      "table:table",
      "table:table-row",
      "table:table-cell",
      "table:covered-table-cell",
      "table:table-column",
    ];
    const attributes = [
      "",
      ' table:number-columns-spanned="3" table:number-rows-spanned="2"',
      ' table:number-columns-repeated="7"',
      ' table:number-rows-repeated="99999999999"',
      ' text:c="-1" text:outline-level="99"',
      ' table:number-rows-repeated="3"',
    ];
    const kinds = fc.constantFrom("text", "spreadsheet");
    fc.assert(
      fc.property(kinds, elements(names, attributes), (kind, nodes) => {
        readOrRefuse(packOdf(`<table:table><table:table-row>${nodes}</table:table-row></table:table>`, { kind }));
        readOrRefuse(packOdf(nodes, { kind }));
      }),
      { numRuns: 300 },
    );
  });

  test("elements of a worksheet in any order", () => {
    const names = ["row", "c", "v", "is", "t", "f", "mergeCell", "col", "sheetData"];
    const attributes = [
      "",
      ' r="3" min="1" max="2" hidden="1"',
      ' r="B2" t="s"',
      ' r="A1048576" t="n" s="9"',
      ' ref="A1:C3"',
      ' ref="B2:XFD1048576" t="inlineStr"',
      ' min="0" max="99999999999" hidden="true"',
      ' r="C1" t="b"',
    ];
    fc.assert(
      fc.property(elements(names, attributes), (content) => void readOrRefuse(packXlsx([{ content }]))),
      { numRuns: 300 },
    );
  });

  test("tags of a page in any order", () => {
    const piece = fc.constantFrom(
      ..."<table> <tr> <td> <td/colspan=3> <td/rowspan=2> <td/rowspan=0> </td> </tr> </table> <p> </p> <br> <b> </i> <ol> <li> </ol>".split(
        " ",
      ),
      "<col span=2 width=0>",
      "<div style='display:none'>",
      "<span style='mso-list:Ignore'>1.",
      "<!--[if a]>",
      "<![endif]-->",
      "текст &nbsp;",
      "<pre>\n",
      "&#0;<",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        readOrRefuse(strToU8(`<html>${pieces.join("").replaceAll("td/", "td ")}`));
      }),
      { numRuns: 600 },
    );
  });

  test("drawn lines in any order", () => {
    const piece = fc.constantFrom(
      "│",
      "|",
      "─",
      "---",
      "┼",
      "├",
      "+",
      "\n",
      "\n│",
      "\n|",
      " ",
      "сло-",
      "во",
      "\n+----+---+\n",
      "\n├───┤\n",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 150 }), (pieces) => void readOrRefuse(strToU8(pieces.join("")))),
      { numRuns: 800 },
    );
  });
});
