/**
 * The particulars of an association: one table from which forms, history, public page, import and export follow. A section is
 * what is entered, changed and corrected together.
 */
export const SECTIONS = [
  "name",
  "territory",
  "state",
  "founding",
  "charter",
  "legal",
  "population",
  "chair",
  "board",
  "contacts",
  "about",
  "visibility",
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * How a value is typed, checked and kept. `acts`: amendments, a line each; `person` and `people`: names, kept apart under
 * their ids; `digits`: a code; `hidden`: fields that this association keeps to itself.
 */
export type FieldKind =
  | "text"
  | "long"
  | "date"
  | "count"
  | "flag"
  | "choice"
  | "digits"
  | "settlement"
  | "acts"
  | "person"
  | "people"
  | "hidden";

export interface Field {
  readonly key: string;
  readonly section: Section;
  readonly kind: FieldKind;
  /** Anybody may see it; else only those who keep the register. */
  readonly isPublic: boolean;
  readonly isRequired?: true;
  /** The day from which the section's entry holds. */
  readonly begins?: true;
  /** How many digits a code has: with and without a legal person's own length. */
  readonly lengths?: readonly number[];
  readonly choices?: readonly string[];
  readonly ru: string;
  readonly en: string;
  /** Further heads under which files have it, folded as `foldText` does. */
  readonly heads: readonly string[];
}

/** «Вид территории» (33-ФЗ, art. 50; before it 131-ФЗ, art. 27 p. 3). */
export const KINDS = ["entrance", "house", "houses", "micro-district", "rural", "other"] as const;
export const STATES = ["active", "suspended", "ended"] as const;
export const FOUNDING_FORMS = ["meeting", "conference"] as const;

export const FIELDS = [
  {
    key: "name",
    section: "name",
    kind: "text",
    isPublic: true,
    isRequired: true,
    ru: "Краткое наименование",
    en: "Short name",
    heads: ["наименование", "название", "тос", "наименование тос", "название тос", "краткое название", "имя тос"],
  },
  {
    key: "fullName",
    section: "name",
    kind: "text",
    isPublic: true,
    ru: "Полное наименование",
    en: "Full name",
    heads: ["полное название", "наименование полное", "полное наименование тос", "официальное наименование"],
  },
  {
    key: "settlementId",
    section: "territory",
    kind: "settlement",
    isPublic: true,
    isRequired: true,
    ru: "Поселение",
    en: "Settlement",
    heads: ["населенный пункт", "сельсовет", "муниципальное образование", "село", "поселок", "наименование поселения"],
  },
  {
    key: "kind",
    section: "territory",
    kind: "choice",
    isPublic: true,
    choices: KINDS,
    ru: "Вид территории",
    en: "Kind of territory",
    heads: ["территория вид", "вид тос", "тип территории", "тип тос", "тип"],
  },
  {
    key: "territory",
    section: "territory",
    kind: "long",
    isPublic: true,
    ru: "Описание территории",
    en: "Description of the territory",
    heads: ["границы", "территория", "границы территории", "описание границ", "территория описание", "адреса домов"],
  },
  {
    key: "state",
    section: "state",
    kind: "choice",
    isPublic: true,
    isRequired: true,
    choices: STATES,
    ru: "Состояние",
    en: "State",
    heads: ["статус", "состояние тос", "статус тос", "действует"],
  },
  {
    key: "stateSince",
    section: "state",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Состояние с",
    en: "State since",
    heads: ["состояние дата", "дата изменения статуса", "дата состояния"],
  },
  {
    key: "stateBasis",
    section: "state",
    kind: "text",
    isPublic: true,
    ru: "Основание состояния",
    en: "Basis of the state",
    heads: ["состояние основание", "основание", "основание прекращения"],
  },
  {
    key: "foundingForm",
    section: "founding",
    kind: "choice",
    isPublic: true,
    choices: FOUNDING_FORMS,
    ru: "Учреждение: форма",
    en: "Founding: form",
    heads: ["форма учреждения", "собрание или конференция", "учредительное собрание форма"],
  },
  {
    key: "foundingDate",
    section: "founding",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Учреждение: дата",
    en: "Founding: date",
    heads: [
      "дата учредительного собрания",
      "дата создания",
      "учредительное собрание дата",
      "дата собрания",
      "дата образования",
    ],
  },
  {
    key: "foundingProtocol",
    section: "founding",
    kind: "text",
    isPublic: false,
    ru: "Учреждение: протокол",
    en: "Founding: minutes",
    heads: ["номер протокола", "протокол", "учредительное собрание протокол", "протокол учредительного собрания"],
  },
  {
    key: "foundingEntitled",
    section: "founding",
    kind: "count",
    isPublic: false,
    ru: "Учреждение: имели право",
    en: "Founding: entitled",
    heads: ["жителей от 16 лет", "жителей старше 16 лет", "избрано делегатов", "учредительное собрание имели право"],
  },
  {
    key: "foundingAttended",
    section: "founding",
    kind: "count",
    isPublic: false,
    ru: "Учреждение: участвовали",
    en: "Founding: attended",
    heads: ["присутствовало", "участвовало", "учредительное собрание участвовали", "число участников собрания"],
  },
  {
    key: "charterDate",
    section: "charter",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Устав: дата регистрации",
    en: "Charter: registered on",
    heads: ["дата регистрации устава", "дата регистрации", "устав дата", "регистрация устава дата"],
  },
  {
    key: "charterNumber",
    section: "charter",
    kind: "text",
    isPublic: true,
    ru: "Устав: регистрационный номер",
    en: "Charter: number",
    heads: [
      "регистрационный номер устава",
      "регистрационный номер",
      "устав номер",
      "регистрация устава номер",
      "номер устава",
    ],
  },
  {
    key: "charterAct",
    section: "charter",
    kind: "text",
    isPublic: true,
    ru: "Устав: акт о регистрации",
    en: "Charter: act of registration",
    heads: ["акт о регистрации", "устав акт", "регистрация устава акт", "постановление о регистрации устава"],
  },
  {
    key: "amendments",
    section: "charter",
    kind: "acts",
    isPublic: true,
    ru: "Устав: изменения",
    en: "Charter: amendments",
    heads: ["изменения устава", "изменения в устав", "устав изменения"],
  },
  {
    key: "legalEntity",
    section: "legal",
    kind: "flag",
    isPublic: true,
    ru: "Юридическое лицо",
    en: "Legal entity",
    heads: ["юрлицо", "статус юридического лица", "является юридическим лицом"],
  },
  {
    key: "inn",
    section: "legal",
    kind: "digits",
    isPublic: true,
    lengths: [10],
    ru: "ИНН",
    en: "INN",
    heads: ["инн тос"],
  },
  {
    key: "ogrn",
    section: "legal",
    kind: "digits",
    isPublic: true,
    lengths: [13],
    ru: "ОГРН",
    en: "OGRN",
    heads: ["огрн тос"],
  },
  {
    key: "people",
    section: "population",
    kind: "count",
    isPublic: true,
    ru: "Жителей",
    en: "Residents",
    heads: [
      "население",
      "численность населения",
      "численность",
      "количество жителей",
      "число жителей",
      "население чел",
    ],
  },
  {
    key: "peopleDate",
    section: "population",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Жителей: на дату",
    en: "Residents: on",
    heads: ["население на дату", "население дата", "дата сведений о населении"],
  },
  {
    key: "peopleSource",
    section: "population",
    kind: "text",
    isPublic: true,
    ru: "Жителей: источник",
    en: "Residents: source",
    heads: ["население источник", "источник сведений о населении"],
  },
  {
    key: "chair",
    section: "chair",
    kind: "person",
    isPublic: true,
    ru: "Председатель",
    en: "Chair",
    heads: ["фио председателя", "председатель тос", "председатель фио", "руководитель", "ф и о председателя"],
  },
  {
    key: "chairSince",
    section: "chair",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Председатель с",
    en: "Chair since",
    heads: ["дата избрания председателя", "председатель избран", "дата избрания"],
  },
  {
    key: "chairUntil",
    section: "chair",
    kind: "date",
    isPublic: true,
    ru: "Председатель по",
    en: "Chair until",
    heads: [
      "срок полномочий председателя",
      "председатель срок",
      "окончание полномочий председателя",
      "срок полномочий",
    ],
  },
  {
    key: "chairProtocol",
    section: "chair",
    kind: "text",
    isPublic: false,
    ru: "Председатель: протокол избрания",
    en: "Chair: minutes of election",
    heads: ["протокол избрания председателя", "председатель протокол"],
  },
  {
    key: "chairConsent",
    section: "chair",
    kind: "date",
    isPublic: false,
    ru: "Председатель: согласие на публикацию от",
    en: "Chair: consent to publication of",
    heads: ["согласие председателя", "дата согласия на публикацию", "согласие на публикацию"],
  },
  {
    key: "members",
    section: "board",
    kind: "people",
    isPublic: false,
    ru: "Совет: члены",
    en: "Board: members",
    heads: ["члены совета", "состав совета", "совет тос", "совет"],
  },
  {
    key: "boardSince",
    section: "board",
    kind: "date",
    isPublic: true,
    begins: true,
    ru: "Совет с",
    en: "Board since",
    heads: ["совет избран", "дата избрания совета"],
  },
  {
    key: "boardUntil",
    section: "board",
    kind: "date",
    isPublic: true,
    ru: "Совет по",
    en: "Board until",
    heads: ["срок полномочий совета", "окончание полномочий совета", "совет срок"],
  },
  {
    key: "phone",
    section: "contacts",
    kind: "text",
    isPublic: true,
    ru: "Телефон",
    en: "Telephone",
    heads: ["телефон тос", "контактный телефон", "контакты телефон", "тел"],
  },
  {
    key: "email",
    section: "contacts",
    kind: "text",
    isPublic: true,
    ru: "Электронная почта",
    en: "E-mail",
    heads: ["e mail", "email", "почта", "эл почта", "контакты электронная почта", "адрес электронной почты"],
  },
  {
    key: "address",
    section: "contacts",
    kind: "text",
    isPublic: true,
    ru: "Адрес для писем",
    en: "Postal address",
    heads: ["адрес", "почтовый адрес", "контакты адрес", "местонахождение"],
  },
  {
    key: "link",
    section: "contacts",
    kind: "text",
    isPublic: true,
    ru: "Страница в интернете",
    en: "Web page",
    heads: ["сайт", "соцсети", "ссылка", "страница в сети", "контакты сайт", "группа в соцсети"],
  },
  {
    key: "staffPhone",
    section: "contacts",
    kind: "text",
    isPublic: false,
    ru: "Телефон для администрации",
    en: "Telephone for the administration",
    heads: ["служебный телефон", "телефон председателя"],
  },
  {
    key: "about",
    section: "about",
    kind: "long",
    isPublic: true,
    ru: "О деятельности",
    en: "What it does",
    heads: ["описание", "деятельность", "описание деятельности", "направления деятельности"],
  },
  {
    key: "hidden",
    section: "visibility",
    kind: "hidden",
    isPublic: false,
    ru: "Не публиковать",
    en: "Not published",
    heads: ["скрыть", "не показывать"],
  },
] as const satisfies readonly Field[];

export type FieldKey = (typeof FIELDS)[number]["key"];

/** The title of each section; what may be changed by whom follows from `CHAIR_SECTIONS`. */
export const SECTION_NAMES: Readonly<Record<Section, Readonly<Record<"ru" | "en", string>>>> = {
  name: { ru: "Наименование", en: "Name" },
  territory: { ru: "Территория", en: "Territory" },
  state: { ru: "Состояние", en: "State" },
  founding: { ru: "Учреждение", en: "Founding" },
  charter: { ru: "Устав", en: "Charter" },
  legal: { ru: "Юридическое лицо", en: "Legal entity" },
  population: { ru: "Население", en: "Population" },
  chair: { ru: "Председатель", en: "Chair" },
  board: { ru: "Совет", en: "Board" },
  contacts: { ru: "Контакты", en: "Contacts" },
  about: { ru: "О деятельности", en: "What it does" },
  visibility: { ru: "Что видно всем", en: "What everybody sees" },
};

/** What the chair of an association may change by themselves. */
export const CHAIR_SECTIONS: readonly Section[] = ["contacts", "about"];

interface ChoiceName {
  readonly ru: string;
  readonly en: string;
  /** Other words of files for it, folded. */
  readonly words: readonly string[];
}

export const CHOICE_NAMES: Readonly<Record<string, ChoiceName>> = {
  entrance: { ru: "подъезд", en: "entrance of a house", words: ["подъезд дома", "подъезд многоквартирного дома"] },
  house: { ru: "дом", en: "house", words: ["многоквартирный дом", "жилой дом", "мкд"] },
  houses: { ru: "группа домов", en: "group of houses", words: ["группа жилых домов", "улица", "улицы", "двор"] },
  "micro-district": { ru: "микрорайон", en: "micro-district", words: ["жилой микрорайон", "мкр", "квартал"] },
  rural: {
    ru: "сельский населённый пункт",
    en: "rural settlement",
    words: ["село", "деревня", "поселок", "сельский", "сельский населенный пункт не являющийся поселением"],
  },
  other: {
    ru: "иная территория",
    en: "other",
    words: ["иная", "иное", "другое", "иная территория проживания граждан"],
  },
  active: { ru: "действует", en: "active", words: ["действующий", "да", "активен", "активный"] },
  suspended: { ru: "приостановлен", en: "suspended", words: ["приостановлена деятельность", "не ведет деятельность"] },
  ended: {
    ru: "прекращён",
    en: "ended",
    words: ["ликвидирован", "прекратил деятельность", "прекращена деятельность", "нет"],
  },
  meeting: { ru: "собрание", en: "meeting", words: ["собрание граждан", "учредительное собрание"] },
  conference: { ru: "конференция", en: "conference", words: ["конференция граждан", "учредительная конференция"] },
};
