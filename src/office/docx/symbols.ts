/** Signs of the fonts Symbol and Wingdings that documents use, by their code in the private area. */
const SYMBOL = new Map([
  [0xb7, "•"],
  [0x2d, "−"],
  [0xb1, "±"],
  [0xb4, "×"],
  [0xb8, "÷"],
  [0xa3, "≤"],
  [0xb3, "≥"],
  [0xb9, "≠"],
  [0xb0, "°"],
  [0xd6, "√"],
  [0xe5, "∑"],
  [0x53, "Σ"],
  [0x44, "Δ"],
  [0xae, "→"],
  [0xa5, "∞"],
]);
const WINGDINGS = new Map([
  [0xfc, "✓"],
  [0xfb, "✗"],
  [0xfe, "☑"],
  [0xfd, "☒"],
  [0xa8, "☐"],
  [0x6f, "☐"],
  [0xa7, "▪"],
  [0x6e, "■"],
  [0x76, "❖"],
  [0xd8, "➢"],
  [0xe0, "→"],
  [0x9f, "•"],
]);

/** The sign of w:sym or of a bullet; «?» for a sign of a picture font that is not known. */
export function readSymbol(font: string, code: number): string {
  if (Number.isNaN(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code < 0xe000)) return "?";
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const table = /wingdings/i.test(font) ? WINGDINGS : /symbol/i.test(font) ? SYMBOL : null;
  if (table === null && !isPrivate) return String.fromCharCode(code);
  const sign = (table ?? SYMBOL).get(code & 0xff);
  if (sign !== undefined) return sign;
  return table === WINGDINGS || code >= 0xf07f ? "?" : String.fromCharCode(code & 0xff);
}

/** Text of a bullet: signs of the private area replaced. */
export function readBullet(text: string, font: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0xf000 && code <= 0xf0ff ? (readSymbol(font, code) === "?" ? "•" : readSymbol(font, code)) : sign;
    })
    .join("");
}
