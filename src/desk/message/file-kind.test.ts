import { expect, test } from "vitest";
import { recogniseFile, settleFileName } from "./file-kind.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each<[string, Uint8Array, string, boolean]>([
  ["a picture in PNG", bytes("\x89PNG\r\n\x1a\nIHDR"), "image/png", true],
  ["a picture in JPEG", bytes("\xff\xd8\xff\xe0"), "image/jpeg", true],
  ["a picture in WebP", bytes("RIFF\0\0\0\0WEBPVP8 "), "image/webp", true],
  ["a PDF", bytes("%PDF-1.7"), "application/pdf", false],
  ["an office file", bytes("PK\x03\x04"), "application/zip", false],
  ["SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "application/octet-stream", false],
  ["a page", bytes("<!doctype html><script>alert(1)</script>"), "application/octet-stream", false],
  ["half a signature", bytes("\x89PN"), "application/octet-stream", false],
  ["nothing", bytes(""), "application/octet-stream", false],
])("%s is known by its content", (_name, content, mediaType, isPicture) => {
  expect(recogniseFile(content)).toEqual({ mediaType, isPicture });
});

test.each([
  ["протокол.pdf", "протокол.pdf"],
  ["C:\\папка\\смета.xlsx", "смета.xlsx"],
  ["../../etc/passwd", "passwd"],
  [".htaccess", "htaccess"],
  ['a"b\r\nX-Header: 1.txt', "abX-Header 1.txt"],
  ["фото\u202Egpj.exe", "фотоgpj.exe"],
  ["", "file"],
  [`${"я".repeat(300)}.docx`, `${"я".repeat(195)}.docx`],
])("the name %j is kept as %j", (given, kept) => {
  expect(settleFileName(given)).toBe(kept);
});
