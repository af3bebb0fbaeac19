/** A document of a statement as its lines have it. */
export interface TestDocument {
  readonly number: string;
  readonly date: string;
  readonly sum: string;
  readonly payee: string;
  readonly purpose: string;
  readonly debited?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** The administration's own account in tests. */
export const OWN_ACCOUNT = "03231643506420005100";

/** A file of the exchange format as a bank writes it. */
export function writeExchange(documents: readonly TestDocument[]): string {
  const lines = documents.flatMap(({ number, date, sum, payee, purpose, debited = date, more = {} }) => [
    "СекцияДокумент=Платежное поручение",
    `Номер=${number}`,
    `Дата=${date}`,
    `Сумма=${sum}`,
    `ПлательщикСчет=${more.ПлательщикСчет ?? OWN_ACCOUNT}`,
    "Плательщик=УФК по Новосибирской области",
    `ДатаСписано=${debited}`,
    "ПолучательСчет=40703810000000000001",
    `Получатель1=${payee}`,
    `НазначениеПлатежа=${purpose}`,
    ...Object.entries(more).map(([key, value]) => `${key}=${value}`),
    "КонецДокумента",
  ]);
  const head = ["1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", `РасчСчет=${OWN_ACCOUNT}`];
  return [...head, ...lines, "КонецФайла", ""].join("\r\n");
}

/** Text in windows-1251, as most banks send it. */
export function encodeWindows(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1251");
  const byChar = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return Uint8Array.from(text, (char) => byChar.get(char) ?? 0x3f);
}
