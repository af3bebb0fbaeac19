import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "../src/registry/exchange/actions-file.ts";
import { writeRegister } from "../src/registry/exchange/table.ts";
import type { Content } from "../src/registry/record/record.ts";

/**
 * Writes the demonstration's register, `associations.xlsx`, from the names in `associations.json`: settlements are those of the
 * district, all else is invented. Run by hand after the names were edited; the result is committed, as the first start reads it.
 */
const folder = join(import.meta.dirname, "../examples/demonstration");
const { settlements } = JSON.parse(readFileSync(join(folder, "associations.json"), "utf8")) as {
  readonly settlements: readonly { readonly name: string; readonly associations: readonly string[] }[];
};

const SURNAMES =
  "Аксёнова Белова Воронина Гаврилова Демидова Ермакова Жукова Зимина Ильина Киселёва Лаптева Мельникова Носова Орлова Панова".split(
    " ",
  );
const GIVEN = [
  "Анна Петровна",
  "Вера Ивановна",
  "Галина Сергеевна",
  "Елена Павловна",
  "Ольга Андреевна",
  "Татьяна Юрьевна",
  "Нина Фёдоровна",
];
const KINDS = ["houses", "micro-district", "rural", "houses", "house", "other"];
const STREETS = ["Мира", "Советская", "Лесная", "Набережная", "Школьная", "Садовая"];
const WORKS = [
  "субботники и посадка деревьев",
  "праздники двора",
  "детская площадка",
  "помощь пожилым соседям",
  "уход за памятником",
];

/** One of a list, by a number that steps through it. */
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const person = (at: number) => `${pick(SURNAMES, at * 7)} ${pick(GIVEN, at * 3)} (пример)`;
const day = (year: number, at: number) =>
  `${year}-${String((at % 9) + 1).padStart(2, "0")}-${String(((at * 5) % 27) + 1).padStart(2, "0")}`;

function invent(name: string, settlement: string, at: number): Content {
  const founded = 2008 + (at % 13);
  const isFormer = at === 17;
  const entitled = 60 + ((at * 13) % 180);
  // A few have something to mend, so that the register has warnings to show.
  const attended = at === 11 ? Math.floor(entitled / 4) : Math.ceil(entitled * 0.55);
  const elected = at % 8 === 3 ? 2020 : 2022 + (at % 3);
  const amended = at % 4 === 0;
  return {
    name: `ТОС «${name}» (пример)`,
    fullName: `Территориальное общественное самоуправление «${name}» (пример)`,
    settlementId: settlement,
    kind: settlement === "р.п. Ордынское" ? pick(KINDS, at) : pick(["rural", "houses"], at),
    territory: `улица ${pick(STREETS, at)}, дома 1–${20 + at} (пример)`,
    state: isFormer ? "suspended" : "active",
    stateSince: isFormer ? "2023-05-01" : day(founded, at + 2),
    ...(isFormer && { stateBasis: "решение собрания от 28.04.2023 (пример)" }),
    foundingForm: entitled > 200 ? "conference" : "meeting",
    foundingDate: day(founded, at),
    foundingProtocol: "№ 1 (пример)",
    foundingEntitled: entitled,
    foundingAttended: entitled > 200 ? Math.ceil(entitled * 0.8) : attended,
    charterDate: day(founded, at + 1),
    charterNumber: `${at + 1}/${founded}`,
    ...(at !== 23 && { charterAct: `постановление администрации поселения № ${30 + at} (пример)` }),
    ...(amended && { amendments: [{ date: day(2025, 7 + (at % 2)), number: "1", act: "решение № 12 (пример)" }] }),
    legalEntity: false,
    people: entitled + 20 + ((at * 7) % 90),
    peopleDate: "2024-01-01",
    peopleSource: "похозяйственный учёт (пример)",
    chair: person(at),
    chairSince: day(elected, at),
    chairUntil: day(elected + 5, at),
    chairProtocol: `№ ${2 + (at % 6)} (пример)`,
    ...(at % 3 !== 1 && { chairConsent: day(elected, at) }),
    members: [person(at + 20), person(at + 31), person(at + 42)],
    boardSince: day(elected, at),
    boardUntil: day(elected + 5, at),
    phone: `8 (383-59) 00-0${String(at + 1).padStart(2, "0")} (пример)`,
    about: `Наше дело — ${pick(WORKS, at)}, ${pick(WORKS, at + 2)}.`,
  };
}

const listed = settlements.flatMap(({ name, associations }) => associations.map((own) => ({ own, settlement: name })));
const register = listed.map(({ own, settlement }, at) => ({
  number: at + 1,
  particulars: invent(own, settlement, at),
}));
/** People and settlements stand under their names already. */
const names = { get: (name: string) => name } as ReadonlyMap<string, string>;
writeFileSync(join(folder, "associations.xlsx"), await writeXlsx(writeRegister(register, names)));
