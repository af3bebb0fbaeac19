import { type Cell, cellText } from "../../src/office/tree.ts";
import { escapeMarkup } from "./archive.ts";
import { encodeText } from "./encode.ts";
import type { Layout, Placement, SourceBlock, SourceTable } from "./source.ts";

const OPENING = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 11">
<title>Приложение</title>
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Print</w:View>
  <w:Zoom>100</w:Zoom>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-parent:"";
	margin:0cm;
	margin-bottom:.0001pt;
	mso-pagination:widow-orphan;
	font-size:12.0pt;
	font-family:"Times New Roman";}
@page Section1
	{size:595.3pt 841.9pt;
	margin:2.0cm 42.5pt 2.0cm 3.0cm;}
div.Section1
	{page:Section1;}
-->
</style>
</head>

<body lang=RU style='tab-interval:35.4pt'>

<div class=Section1>
`;
const CLOSING = `
</div>

</body>

</html>
`;
const ALIGNMENTS: Readonly<Record<Placement, string>> = {
  left: "style='text-indent:35.45pt'",
  right: "align=right style='text-align:right'",
  centre: "align=center style='text-align:center'",
};
const BREAK = "\n<br clear=all style='mso-special-character:line-break;page-break-before:always'>\n";

/** Lays a source out as Word saves a web page: unquoted attributes, empty paragraphs, spans, windows-1251. */
export function writeHtml({ blocks }: Layout): Uint8Array {
  const page = `${OPENING}${blocks.map(writeBlock).join("\n")}${CLOSING}`;
  return encodeText(page.replaceAll("\n", "\r\n"), "windows-1251");
}

function writeBlock(block: SourceBlock): string {
  if (block.kind === "turn") return BREAK;
  if (block.kind === "table") return writeTable(block);
  return `\n<p class=MsoNormal ${ALIGNMENTS[block.placement]}>${writeText(block.text, block.placement === "centre")}</p>`;
}

function writeText(text: string, bold = false): string {
  if (text === "") return "<o:p>&nbsp;</o:p>";
  const markup = escapeMarkup(text).replaceAll("\u00a0", "&nbsp;");
  const spans = `<span style='font-size:12.0pt'>${breakLines(markup)}<o:p></o:p></span>`;
  return bold ? `<b style='mso-bidi-font-weight:normal'>${spans}</b>` : spans;
}

/** Word breaks the lines of its source between words; a reader joins them again. */
function breakLines(markup: string): string {
  return markup.replace(/(.{60,75}) /g, "$1\n");
}

function writeTable(table: SourceTable): string {
  const rows = table.rows.map((row, at) => {
    const cells = row.cells.map((cell) => writeCell(cell, table.widths)).join("\n");
    return ` <tr style='mso-yfti-irow:${at}'>\n${cells}\n </tr>`;
  });
  return `\n<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>\n${rows.join("\n")}\n</table>`;
}

function writeCell(cell: Cell, widths: readonly number[]): string {
  const spans = `${cell.columnSpan > 1 ? ` colspan=${cell.columnSpan}` : ""}${cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : ""}`;
  const width = widths.slice(cell.column - 1, cell.column - 1 + cell.columnSpan).reduce((sum, part) => sum + part, 0);
  const lines = cellText(cell).split("\n");
  const paragraphs = lines.map((line) => `  <p class=MsoNormal>${writeText(line)}</p>`).join("\n");
  return `  <td width=${width * 20}${spans} valign=top style='border:solid windowtext 1.0pt;
  padding:0cm 5.4pt 0cm 5.4pt'>\n${paragraphs}\n  </td>`;
}
