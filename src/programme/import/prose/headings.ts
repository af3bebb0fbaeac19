import { normaliseWords, oneLine } from "../../language/words.ts";

const ROMAN = /^(?:раздел\s+)?[IVXLC]+[.)]\s+\S|^раздел\s+\S/i;
const ARABIC = /^(?:раздел\s+)?(\d{1,2})\.\s+(\S.*)$/i;

/** With what the headings of a programme's sections begin. */
const TOPICS =
  /^(?:общ\S* |основн\S* |приоритет\S* |краткая )?(?:паспорт|характеристик|обоснован|цел[иьe]|задач|механизм|ожидаем|ресурсн|финансов|объем\S* (?:и источник|финанс)|источник|перечень|перечн|оценк|эффективн|срок|этап|прогноз|мероприяти|систем|управлен|контрол|риск|анализ|содержани|показател|целев|индикатор|порядок|заключительн|подпрограмм|введени|проблем|план|организаци|реализаци|состояни|положени|сведени|нормативн)/;

/** Whether a line reads as the heading of a section by itself: «II. Обоснование…», «Раздел 2. …». */
export function isPlainHeading(text: string): boolean {
  const line = oneLine(text);
  return ROMAN.test(line) && line.length < 200 && !/;$/.test(line) && /^(?:раздел|[IVXLC]+[.)])/i.test(line);
}

/** Tells headings from list items, one line after the other: «4. Ожидаемые результаты» is one, «4. Количество площадок» below «Индикаторы:» is not. */
export class HeadingReader {
  private last = 0;
  /** The number of the list item right above, 0 where there is none. */
  private item = 0;
  private afterColon = false;

  take(text: string): boolean {
    const line = oneLine(text);
    if (line === "") return false;
    const number = Number(ARABIC.exec(line)?.[1] ?? 0);
    const heading = isPlainHeading(line) || this.isArabic(line, number);
    if (heading && number > 0) this.last = number;
    this.item = heading ? 0 : number;
    this.afterColon = line.endsWith(":");
    return heading;
  }

  private isArabic(line: string, number: number): boolean {
    const words = ARABIC.exec(line)?.[2];
    if (!words || line.length > 160 || /[;:,]$/.test(line)) return false;
    const next = number === this.last + 1 || (this.last === 0 && number <= 3);
    if (!next || this.afterColon) return false;
    const plain = this.item !== number - 1 || this.item === 0;
    return TOPICS.test(normaliseWords(words)) || (plain && line.length <= 100 && /^[А-ЯЁ].*[^.]$/u.test(words));
  }
}
