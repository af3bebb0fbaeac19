/** The invented outlets and ten publications of the demonstration's year 2024. */

export const OUTLETS = [
  { kind: "newspaper", name: "Районная газета (пример)", link: "https://gazeta.example/" },
  { kind: "television", name: "Районное телевидение (пример)", link: "https://tv.example/" },
  {
    kind: "social-network",
    name: "Страница администрации в социальной сети (пример)",
    link: "https://social.example/district",
  },
] as const;

interface DemonstrationPublication {
  readonly kind: "article" | "press-release" | "news";
  /** The place of its outlet in the list above; absent: our own page. */
  readonly outlet?: 0 | 1 | 2;
  readonly day: string;
  readonly title: string;
  readonly lead: string;
  readonly text?: string;
  readonly link?: string;
  readonly issue?: string;
  /** What its invented picture shows. */
  readonly picture?: string;
}

export const PUBLICATIONS: readonly DemonstrationPublication[] = [
  {
    kind: "press-release",
    day: "2024-02-05",
    title: "Открыт приём заявок на конкурс социально значимых проектов ТОС (пример)",
    lead: "До 25 марта ТОС района могут подать заявки на конкурс «Если хочешь изменить мир - начни с территориального общественного самоуправления».",
    text: "На конкурс предусмотрено 721,5 тыс. рублей: 708,5 тыс. рублей из областного бюджета и 13 тыс. рублей из местного.\n\nЗаявки принимает Ресурсный центр общественных инициатив. Там же помогут составить смету и собрать бумаги.",
  },
  {
    kind: "article",
    outlet: 0,
    day: "2024-03-14",
    title: "Как ТОС составить заявку и не бояться отчёта (пример)",
    lead: "Председатели рассказали, с чего начинали и что оказалось самым трудным.",
    issue: "№ 11, стр. 4",
  },
  {
    kind: "news",
    day: "2024-03-29",
    title: "Прошёл первый семинар для председателей ТОС (пример)",
    lead: "Говорили об уставах, о границах и о том, как вести собрание.",
    text: "На семинар приехали председатели и активисты. Разобрали порядок собраний, отчётность по грантам и ошибки прошлых лет.\n\nСледующий семинар — осенью.",
    picture: "Стол с бумагами семинара, рисунок",
  },
  {
    kind: "news",
    outlet: 2,
    day: "2024-04-19",
    title: "Названы победители конкурса проектов (пример)",
    lead: "Шесть ТОС получат поддержку на площадки, освещение и благоустройство родника.",
    link: "https://social.example/district/2024-04-19",
  },
  {
    kind: "article",
    outlet: 0,
    day: "2024-05-23",
    title: "День соседей: где и когда (пример)",
    lead: "Площадки, время и что взять с собой.",
    link: "https://gazeta.example/2024/05/23/den-sosedey",
  },
  {
    kind: "news",
    outlet: 1,
    day: "2024-05-27",
    title: "Соседи собрались во дворах (пример)",
    lead: "Репортаж с нескольких площадок.",
    link: "https://tv.example/reports/1172",
  },
  {
    kind: "news",
    day: "2024-07-15",
    title: "У родника поставили мостки (пример)",
    lead: "ТОС сделал это за два выходных на средства гранта и своими руками.",
    text: "Работали двадцать человек. Материал купили на грант, остальное сделали сами.\n\nТеперь к роднику можно подойти и весной.",
    picture: "Мостки у родника, рисунок",
  },
  {
    kind: "article",
    outlet: 0,
    day: "2024-09-12",
    title: "Что изменится в уставах ТОС (пример)",
    lead: "Юрист администрации отвечает на вопросы председателей.",
    issue: "№ 37, стр. 2",
  },
  {
    kind: "press-release",
    day: "2024-11-06",
    title: "Объявлен конкурс «Лучший ТОС» и «Лучший активист ТОС» (пример)",
    lead: "Итоги подведут до конца ноября, призовой фонд — 40 тыс. рублей.",
    text: "Заявку может подать сам ТОС или поселение. Комиссия смотрит на то, что сделано за год и сколько людей в этом участвовало.",
  },
  {
    kind: "news",
    outlet: 2,
    day: "2024-11-29",
    title: "Лучших поздравили в районном доме культуры (пример)",
    lead: "Победителям вручили дипломы и призы.",
    link: "https://social.example/district/2024-11-29",
  },
];
