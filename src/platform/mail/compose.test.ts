import { expect, test } from "vitest";
import type { LetterText } from "../../kernel/letter.ts";
import { composeLetter } from "./compose.ts";

const words = { subject: "Кому: {name}", body: "Здравствуйте, {name}!\n\n{link}\n\nДо «{until}»\nили позже." };
const letter: LetterText = { title: { ru: "Т", en: "T" }, handOver: "link", ru: words, en: words };
const LINK = "https://tos.example/i?a=1&b=2";

function compose(values: Partial<Record<"name" | "link" | "until", string>>) {
  return composeLetter(letter, "ru", { name: "Анна", link: LINK, until: "завтра", ...values });
}

test("text and HTML say the same", () => {
  expect(compose({}).text).toBe(`Здравствуйте, Анна!\n\n${LINK}\n\nДо «завтра»\nили позже.\n`);
  expect(compose({}).html).toContain(
    '<p>Здравствуйте, Анна!</p>\n<p><a href="https://tos.example/i?a=1&amp;b=2">https://tos.example/i?a=1&amp;b=2</a></p>\n<p>До «завтра»<br>\nили позже.</p>',
  );
});

test.each([
  ["markup", '<script>alert("1")</script>', "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"],
  ["an attribute's end", `'"`, "&#39;&quot;"],
  ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
  ["the mark of another value", "{link}", "{link}"],
])("%s in a value stays text", (_what, name, shown) => {
  expect(compose({ name }).html).toContain(`<p>Здравствуйте, ${shown}!</p>`);
});

test.each(["javascript:alert(1)", "https://tos.example/ x", "//tos.example", "data:text/html,x", "https://"])(
  "%j is shown and leads nowhere",
  (link) => {
    expect(compose({ link }).html).not.toContain("<a ");
  },
);

test("a quotation mark in an address does not end the link", () => {
  expect(compose({ link: 'https://tos.example/"onclick="x' }).html).toContain(
    'href="https://tos.example/&quot;onclick=&quot;x"',
  );
});

test.each([
  ["a line feed", "Анна\r\nBcc: all@example.org", "Кому: Анна Bcc: all@example.org"],
  ["a zero", "А\0нна", "Кому: А нна"],
  ["a line separator", "Анна\u2028Bcc: x", "Кому: Анна Bcc: x"],
  ["a turn of the writing", "Анна\u202egro", "Кому: Аннаgro"],
])("%s in a value neither begins a header nor passes for a paragraph", (_what, name, subject) => {
  expect(compose({ name }).subject).toBe(subject);
  expect(compose({ name }).text.split("\n")).toHaveLength(7);
});

test("a list keeps its lines and nothing else: an address alone in a line is a link, markup and foreign schemes stay text", () => {
  const listing = { subject: "Ждёт: {list}", body: "Ждёт, {name}:\n\n{list}\n\nВсё." };
  const listed: LetterText = { title: { ru: "Т", en: "T" }, handOver: null, lists: ["list"], ru: listing, en: listing };
  const list =
    "Отчёты: 1.\n— <b>За\u202e год</b> {name}\n  https://tos.example/a?b=1&c\n\nДеньги: 1.\n— javascript:alert(1)";
  const { subject, text, html } = composeLetter(listed, "ru", { name: "Анна", list });
  expect(subject.split("\n")).toHaveLength(1);
  expect(text).toBe(
    "Ждёт, Анна:\n\nОтчёты: 1.\n— <b>За год</b> {name}\nhttps://tos.example/a?b=1&c\n\nДеньги: 1.\n— javascript:alert(1)\n\nВсё.\n",
  );
  expect(html).toContain(
    '<p>Отчёты: 1.<br>\n— &lt;b&gt;За год&lt;/b&gt; {name}<br>\n<a href="https://tos.example/a?b=1&amp;c">https://tos.example/a?b=1&amp;c</a></p>\n<p>Деньги: 1.<br>',
  );
  expect(html.match(/<a /g)).toHaveLength(1);
});

test("a subject has an end", () => {
  expect(compose({ name: "х".repeat(5_000) }).subject).toHaveLength(200);
});
