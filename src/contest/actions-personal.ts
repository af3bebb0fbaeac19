import type { PersonalField, PersonalSource } from "../access/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectFiledBy } from "./appeal/store.ts";
import { forgetTeam, selectBegun } from "./store-personal.ts";
import { pastWall } from "./store-wall.ts";

const TEAM: PersonalField = {
  at: "contest_applicant.team",
  what: {
    ru: "команда проекта в заявке на конкурс: имена и что кто делает",
    en: "an application's team: names and what each does",
  },
  ground: "contest",
  readers: ["coordinator", "operator", "juror", "chair", "auditor"],
  retention: {
    ru: "пять лет после конкурса, если согласие не отозвано",
    en: "five years after the contest, while the consent holds",
  },
  erasure: "blanked",
};

const KEPT = {
  ground: "law",
  readers: ["coordinator", "operator", "accountant", "auditor"],
  retention: { ru: "пять лет после года соглашения", en: "five years after the agreement's year" },
  erasure: { keep: "ст. 29 Федерального закона № 402-ФЗ: первичные документы хранятся не менее пяти лет" },
} as const satisfies Partial<PersonalField>;

const PAYEE: PersonalField = {
  ...KEPT,
  at: "contest_agreement.payee",
  what: { ru: "получатель гранта, если это гражданин", en: "the grant's payee, where it is a citizen" },
};

const DETAILS: PersonalField = {
  ...KEPT,
  at: "contest_agreement.details",
  what: { ru: "реквизиты получателя гранта", en: "bank details of the grant's payee" },
};

const SIGNER: PersonalField = {
  ...KEPT,
  at: "contest_signature.signer",
  what: { ru: "кто подписал протокол или соглашение", en: "who signed minutes or an agreement" },
};

const APPEAL: PersonalField = {
  at: "contest_appeal.essence",
  what: { ru: "жалоба заявителя на решение по конкурсу", en: "an applicant's appeal against a contest's decision" },
  ground: "law",
  readers: ["coordinator", "operator", "chair", "auditor"],
  retention: { ru: "пять лет после ответа", en: "five years after the answer" },
  erasure: {
    keep: "п. 154 Перечня, утверждённого приказом Росархива от 20.12.2019 № 236: обращения граждан хранятся пять лет",
  },
};

/** Contests as a source of what is kept of people. */
export const contestSource: PersonalSource<Tx> = {
  fields: [TEAM, APPEAL, PAYEE, DETAILS, SIGNER],
  // A person's own data are theirs, whatever they may read as a juror.
  collect: async (ctx, personId) => {
    const begun = await pastWall(ctx, () => selectBegun(ctx, personId));
    const rows = begun.map(({ number, state, content, team }) => ({
      ...{ number, state, title: content.title },
      team: team.map(({ name, does }) => `${name}: ${does}`).join("; "),
    }));
    const filed = await pastWall(ctx, () => selectFiledBy(ctx, personId));
    const appeals = filed.map(({ receivedOn, essence, state, answer }) => ({ receivedOn, essence, state, answer }));
    return [
      { key: "contest-applications", title: { ru: "Заявки на конкурсы", en: "Contest applications" }, rows },
      { key: "contest-appeals", title: { ru: "Жалобы по конкурсам", en: "Appeals on contests" }, rows: appeals },
    ];
  },
  erase: (ctx, personId) => pastWall(ctx, () => forgetTeam(ctx, personId)),
};
