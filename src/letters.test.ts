import { expect, test } from "vitest";
import { LETTER_LISTS, letters } from "./letters.ts";
import { composeLetter } from "./platform/mail/compose.ts";

const names = LETTER_LISTS.flatMap((list) => Object.keys(list));
const findNames = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test("no two lists have a letter in common", () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(names)("%s asks for the same values in both languages, its link to hand over among them", (name) => {
  const letter = letters[name];
  const [ru, en] = [letter?.ru, letter?.en].map((words) => findNames(`${words?.subject}\n${words?.body}`));
  expect(ru).toEqual(en);
  if (letter?.handOver) expect(ru).toContain(letter.handOver);
});

test.each(names)("%s is composed whole: no value and no mark of a value is left over", (name) => {
  const letter = letters[name];
  if (!letter) throw new Error("there is the letter");
  const asked = findNames(`${letter.ru.subject}\n${letter.ru.body}`);
  const values = Object.fromEntries(
    asked.map((value) => [value, value === "link" ? "https://tos.example/x" : `‹${value}›`]),
  );
  for (const language of ["ru", "en"] as const) {
    const { subject, text, html } = composeLetter(letter, language, values);
    expect(`${subject}${text}${html}`).not.toMatch(/[{}]/);
    for (const value of Object.values(values)) expect(`${subject}\n${text}`).toContain(value);
    if (letter[language].body.includes("{link}")) expect(html).toContain('<a href="https://tos.example/x">');
  }
});

test("English letters say nothing in Russian", () => {
  expect(names.filter((name) => /[а-яё]/i.test(JSON.stringify(letters[name]?.en)))).toEqual([]);
});
