import { formatDecimal, ONE } from "../kernel/decimal.ts";
import type { Language } from "../kernel/refusal.ts";
import type { Award, AwardOutcome } from "./rules/award.ts";
import type { CallOutcome } from "./rules/calculate.ts";
import type { Place } from "./rules/rank.ts";
import type { Replay } from "./rules/replay.ts";

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

const OUTCOMES: Words<CallOutcome> = {
  "void-none": { ru: "не состоялся: заявок нет", en: "void: no applications" },
  "void-one": { ru: "не состоялся: одна заявка", en: "void: one application" },
  "no-winner": { ru: "победителей нет", en: "no winner" },
  undecided: { ru: "ждёт решения заседания о равных", en: "waits for the sitting to decide between equals" },
  held: { ru: "состоялся", en: "held" },
};

const AWARDS: Words<AwardOutcome> = {
  awarded: { ru: "присуждено", en: "awarded" },
  "awarded-part": { ru: "присуждено частично", en: "awarded in part" },
  "below-pass": { ru: "ниже проходного балла", en: "below the pass mark" },
  "beyond-places": { ru: "мест больше нет", en: "no place left" },
  "no-share": { ru: "за такой балл денег не дают", en: "no money for such a total" },
  "no-money": { ru: "деньги кончились", en: "no money left" },
  undecided: { ru: "решает заседание", en: "left to the sitting" },
};

/** `replay FILE`: the ranking as it was reckoned again and where the file says otherwise. 0 the same, 1 different, 2 unreadable. */
export function printReplay(replay: Replay, language: Language, write: (text: string) => void): 0 | 1 | 2 {
  const isRussian = language === "ru";
  if (replay.kind === "unreadable") {
    const where = replay.at;
    write(
      isRussian ? `Это не файл расчёта конкурса: ${where}\n` : `This is no file of a contest's calculation: ${where}\n`,
    );
    return 2;
  }
  const { title, calculation, differences } = replay;
  write(`${title}: ${OUTCOMES[calculation.outcome][language]}\n`);
  const awards = new Map(calculation.awards.map((award) => [award.number, award]));
  for (const place of calculation.places) write(printPlace(place, awards.get(place.number), language));
  for (const { at, stands, reckoned } of differences)
    write(
      isRussian
        ? `! ${at}: в файле ${stands}, вышло ${reckoned}\n`
        : `! ${at}: the file has ${stands}, reckoned ${reckoned}\n`,
    );
  if (differences.length === 0)
    write(isRussian ? "Расчёт совпал полностью.\n" : "The calculation is the same in every figure.\n");
  return differences.length === 0 ? 0 : 1;
}

function printPlace({ place, number, total, category }: Place, award: Award | undefined, language: Language): string {
  const sum = award && award.kopecks > 0n ? ` ${formatDecimal((award.kopecks * ONE) / 100n)}` : "";
  const what = award ? `${AWARDS[award.outcome][language]}${sum}` : "—";
  const within = category === null ? "" : ` ${category}`;
  return `${String(place).padStart(4)}. № ${number}${within}  ${formatDecimal(total)}  ${what}\n`;
}
