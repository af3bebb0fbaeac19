import type { PaperBlock } from "../../office/paper.ts";

/** What a template may name; two of them stand for tables and take a line of their own. */
export const PLACEHOLDERS = [
  "номер",
  "дата",
  "конкурс",
  "год",
  "проект",
  "тос",
  "получатель",
  "реквизиты",
  "сумма",
  "источники",
  "налог",
  "решение",
  "отчёт до",
  "муниципалитет",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export const TABLES = ["смета", "график"] as const;
export type TableName = (typeof TABLES)[number];

/** «Шаблон соглашения», where the municipality has none of its own. Its clauses are those that Budget Code art. 78.1 asks for. */
export const DEFAULT_TEMPLATE = `# СОГЛАШЕНИЕ № {{номер}}
о предоставлении гранта на реализацию проекта территориального общественного самоуправления

{{дата}}

Администрация ({{муниципалитет}}), именуемая далее «Администрация», с одной стороны, и {{получатель}} ({{тос}}), далее «Получатель», с другой стороны, заключили настоящее соглашение о нижеследующем.

## 1. Предмет соглашения
1.1. Администрация предоставляет Получателю грант на проект «{{проект}}», победивший в конкурсе «{{конкурс}}» {{год}} года. Основание: {{решение}}.
1.2. Сумма гранта {{сумма}} руб., в том числе: {{источники}}.
1.3. {{налог}}

## 2. Порядок перечисления
2.1. Средства перечисляются по графику:
{{график}}
2.2. Реквизиты Получателя: {{реквизиты}}.

## 3. На что расходуются средства
3.1. Средства расходуются только на цели проекта по смете:
{{смета}}
3.2. Получатель согласен на проверки соблюдения условий и порядка предоставления гранта (статья 78.1 Бюджетного кодекса Российской Федерации).

## 4. Отчёт и возврат
4.1. Отчёт с подтверждающими документами представляется до {{отчёт до}} включительно.
4.2. Неиспользованный остаток и средства, израсходованные не по назначению, возвращаются по требованию Администрации с указанием основания, суммы и срока.

## 5. Подписи сторон
~ Администрация ____________________ | Получатель ____________________
`;

const NAMED = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The names in a template that stand for nothing. */
export function findUnknown(body: string): readonly string[] {
  const known = new Set<string>([...PLACEHOLDERS, ...TABLES]);
  return [...body.matchAll(NAMED)].flatMap(([, name = ""]) => (known.has(name) ? [] : [name]));
}

/**
 * A template with values in place of its names, as blocks of a paper: `# ` a title, `## ` a heading, `~ left | right` signatures,
 * a table where its name stands alone, all else paragraphs.
 */
export function fillTemplate(
  body: string,
  values: Readonly<Record<Placeholder, string>>,
  tables: Readonly<Record<TableName, PaperBlock>>,
): readonly PaperBlock[] {
  const say = (text: string) => text.replace(NAMED, (_, name: string) => values[name as Placeholder] ?? "");
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line): readonly PaperBlock[] => {
      const [, alone] = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(line) ?? [];
      const table = TABLES.find((name) => name === alone);
      if (table) return [tables[table]];
      const text = say(line.replace(/^(#+|~)\s*/, "")).trim();
      if (text === "" || /^\d+(\.\d+)*\.$/.test(text)) return [];
      if (line.startsWith("~"))
        return [{ kind: "paragraph", style: "signature", text: text.replace(/\s*\|\s*/, "\t") }];
      const style = line.startsWith("##") ? "heading" : line.startsWith("#") ? "title" : "body";
      return [{ kind: "paragraph", style, text }];
    });
}
