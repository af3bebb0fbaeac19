import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import type { PaperParagraph } from "../paper.ts";

export const FONT = "Times New Roman";
/** Half-points, as the format counts: 14 for the text, 12 and 10 in tables. */
const TEXT_SIZE = 28;
const TABLE_SIZE = 24;
const DENSE_SIZE = 20;

/** Identifiers of the styles that the parts of a paper are written in; a person changes the look of all of them in one place. */
export const TABLE_STYLES = { plain: "TableText", dense: "TableDense" } as const;
export const STYLE_NAMES: Readonly<Record<PaperParagraph["style"], string>> = {
  body: "PaperBody",
  plain: "PaperPlain",
  heading: "PaperHeading",
  title: "PaperTitle",
  letterhead: "PaperLetterhead",
  caption: "PaperCaption",
  signature: "PaperSignature",
};

/** The styles of a section's paragraphs depend on the width of its text: the letterhead's indent and the signature's tab stand in the paragraphs. */
export function makeStyles(): IStylesOptions {
  const single = { line: 240, lineRule: LineRuleType.AUTO };
  const style = (id: string, name: string, paragraph: object, run: object = {}) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    paragraph: { spacing: single, ...paragraph },
    run,
  });
  const { body, plain, heading, title, letterhead, caption, signature } = STYLE_NAMES;
  // Lines of one name stand close together.
  const centred = { alignment: AlignmentType.CENTER, keepNext: true, contextualSpacing: true };
  return {
    default: { document: { run: { font: FONT, size: TEXT_SIZE, language: { value: "ru-RU" } } } },
    paragraphStyles: [
      style(body, "Текст", { alignment: AlignmentType.BOTH, indent: { firstLine: 709 } }),
      style(plain, "Строка", { alignment: AlignmentType.LEFT }),
      style(
        heading,
        "Заголовок раздела",
        { ...centred, spacing: { ...single, before: 240, after: 120 } },
        { bold: true },
      ),
      style(title, "Название", { ...centred, spacing: { ...single, before: 120, after: 120 } }, { bold: true }),
      style(letterhead, "Гриф", { alignment: AlignmentType.LEFT }),
      style(caption, "Подпись таблицы", { alignment: AlignmentType.RIGHT, keepNext: true }, { size: TABLE_SIZE }),
      style(signature, "Подпись", {
        alignment: AlignmentType.LEFT,
        keepLines: true,
        spacing: { ...single, before: 480 },
      }),
      style(TABLE_STYLES.plain, "Таблица", {}, { size: TABLE_SIZE }),
      style(TABLE_STYLES.dense, "Таблица широкая", {}, { size: DENSE_SIZE }),
    ],
  };
}
