import { describe, expect, it } from "vitest";
import { chooseLineScale, chooseScale, formatBytes, formatCount, formatMoney, formatNumber } from "./format.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("money", () => {
  it.each([
    ["in thousands of roubles", 135_850_000n, "thousand", "ru", "1 358,5"],
    ["in roubles with kopecks", 72_148_676n, "rouble", "ru", "721 486,76"],
    ["whole thousands keep their one decimal", 15_000_000n, "thousand", "ru", "150,0"],
    ["nothing", 0n, "rouble", "ru", "0,00"],
    ["less than nothing", -150_000n, "rouble", "ru", "−1 500,00"],
    ["in English", 135_850_000n, "thousand", "en", "1,358.5"],
  ] as const)("%s", (_name, kopecks, scale, language, text) => {
    expect(plain(formatMoney(kopecks, scale, language))).toBe(text);
  });
  it("is shown in thousands where one decimal is exact for all", () => {
    expect(chooseScale([85_850_000n, 15_000_000n])).toBe("thousand");
  });
  it("is shown in roubles where one amount is not", () => {
    expect(chooseScale([85_850_000n, 72_148_676n])).toBe("rouble");
  });
});

describe("the scale of large sums", () => {
  const MILLION = 100_000_000n;
  it.each([
    ["is millions where one decimal is exact", [250n * MILLION, 12n * MILLION], "million", "million"],
    ["is thousands where it is not", [250n * MILLION, 12_345_000_000n / 100n], "thousand", "thousand"],
    ["is roubles with kopecks where thousands are not exact", [250n * MILLION, 1n], "rouble", "rouble"],
    ["of lines is roubles as long as they are short", [15_000_000n], "thousand", "rouble"],
  ] as const)("%s", (_name, amounts, scale, lines) => {
    expect(chooseScale(amounts)).toBe(scale);
    expect(chooseLineScale(amounts)).toBe(lines);
  });
});

describe("a number", () => {
  it.each([
    ["13", 13_000_000n, 0, "13"],
    ["with the decimals asked for", 70_000_000n, 1, "70,0"],
    ["never loses a decimal", 1_234_567_890n, 1, "1 234,56789"],
  ] as const)("%s", (_name, value, decimals, text) => {
    expect(plain(formatNumber(value, { language: "ru", decimals }))).toBe(text);
  });
  it("of things is grouped by thousands with a space that does not break", () => {
    expect(formatCount(1_904, "ru")).toBe("1\u00a0904");
  });
});

describe("the size of a file", () => {
  it.each([
    [1, "1 КБ"],
    [20_343, "21 КБ"],
    [4_250_000, "4,3 МБ"],
  ])("of %i bytes is %s", (bytes, text) => {
    expect(plain(formatBytes(bytes, "ru"))).toBe(text);
  });
});
