/** Signs with which tables are drawn: of the box-drawing block, and «|», «+», «-», «=» of typewriters. */
const VERTICAL = "│┃║|¦├┤┼┌┐└┘┬┴╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫┠┨┝┥╂┿";
const BAR = "│┃║|¦";
const HORIZONTAL = "─━═-=–—╌┄";

const bars = new Set(BAR);
const horizontals = new Set(HORIZONTAL);
const rulers = new Set(`${HORIZONTAL}${VERTICAL}+`);

/** A sign between two cells of a line of text. */
export function isBar(sign: string | undefined): boolean {
  return sign !== undefined && bars.has(sign);
}

/** A sign of a rule between two rows, crossings included. */
export function isRuleSign(sign: string | undefined): boolean {
  return sign !== undefined && rulers.has(sign);
}

const MOST_SAMPLE = 10_000;

/** A line that consists of a rule alone. */
export function isRule(line: string): boolean {
  let run = 0;
  let longest = 0;
  for (const sign of line.slice(0, MOST_SAMPLE)) {
    if (sign !== " " && !rulers.has(sign)) return false;
    run = horizontals.has(sign) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest >= 3;
}

/** A line of text with bars, or one that is partly a rule. */
export function hasBar(line: string): boolean {
  for (const sign of line) if (bars.has(sign)) return true;
  return /[├┤┼╠╣╬╟╢╞╡]/.test(line);
}

/** Whether a rule goes through between two edges of a line; `alone` says that the line holds nothing but a rule. */
export function isRuled(line: string, { left, right }: { left: number; right: number }, alone: boolean): boolean {
  // In so narrow a cell a dash may be text.
  if (right - left < 3 && !alone) return false;
  let ruled = 0;
  for (let at = left + 1; at < right; at++) if (isRuleSign(line[at]) && !isBar(line[at])) ruled++;
  // A rule alone may be drawn a little short.
  return alone ? ruled * 2 >= right - left - 1 : ruled === right - left - 1;
}
