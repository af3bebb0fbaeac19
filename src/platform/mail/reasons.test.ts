import { expect, test } from "vitest";
import { explainFailure } from "./failure.ts";
import { explainReason } from "./reasons.ts";

test.each([
  ["unreachable", "ru", "Почтовый сервер недоступен"],
  ["address-refused 550 5.1.1", "ru", "Почтовый сервер не знает такого адреса (ответ 550 5.1.1)"],
  ["later 451", "en", "The mail server asks to try later (answer 451)"],
  ["of-tomorrow 1", "en", "of-tomorrow (answer 1)"],
] as const)("%s in %s", (reason, language, sentence) => {
  expect(explainReason(reason, language)).toBe(sentence);
});

test.each([
  { code: "ETIMEDOUT" },
  { code: "ETLS" },
  { code: "EAUTH", responseCode: 535 },
  { code: "EDNS" },
  { code: "ESOCKET", message: "self-signed certificate" },
  { code: "EPROTOCOL", responseCode: 554 },
  { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 },
  { code: "EENVELOPE", command: "MAIL FROM", responseCode: 550 },
  { code: "EENVELOPE", command: "MAIL FROM", responseCode: 530 },
  { code: "EMESSAGE", command: "DATA", responseCode: 554 },
  { code: "EMESSAGE", command: "DATA", responseCode: 451 },
])("there are words for what comes of %j", (error) => {
  const delivery = explainFailure(error);
  if (delivery.outcome === "sent") throw new Error("an error is no success");
  expect(explainReason(delivery.reason, "ru")).toMatch(/^[А-Я][а-яё]* [а-яё]/);
  expect(explainReason(delivery.reason, "en")).toMatch(/^[A-Z][a-z]+ [a-z]/);
});
