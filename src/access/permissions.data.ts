import type { Permission } from "./roles.ts";

/** The permission table: role × action × subject. What everybody may read on public pages is no action and has no line. */
export const PERMISSIONS = {
  "programme.read-drafts": {
    ru: "видеть принятые документы, черновики и замечания до утверждения",
    en: "see documents, drafts and findings before approval",
    roles: { coordinator: "all", administrator: "all", auditor: "all" },
  },
  "programme.import": {
    ru: "принимать документ программы",
    en: "import a programme's document",
    roles: { coordinator: "all" },
  },
  "programme.draft": {
    ru: "вести черновик новой редакции",
    en: "edit the draft of the next edition",
    roles: { coordinator: "all" },
  },
  "programme.approve": {
    ru: "утверждать редакцию программы",
    en: "approve an edition of the programme",
    roles: { coordinator: "all" },
  },
  "programme.discard": {
    ru: "отклонять принятый документ",
    en: "discard an imported document",
    roles: { coordinator: "all" },
  },
  "person.read": {
    ru: "видеть людей и их роли",
    en: "see people and their roles",
    roles: { administrator: "all", auditor: "all" },
  },
  "person.create": {
    ru: "заводить учётные записи и приглашать",
    en: "create accounts and invite people",
    roles: { administrator: "all" },
  },
  "role.give": {
    ru: "давать и прекращать роли",
    en: "give and end roles",
    roles: { administrator: "all" },
  },
  "session.read": {
    ru: "видеть и прекращать свои входы",
    en: "see and end one's own sign-ins",
    roles: {},
    everybody: "own",
  },
  "sign-in.change": {
    ru: "менять свой пароль, адрес, второй фактор и способы входа",
    en: "change one's own password, address, second factor and ways to sign in",
    roles: {},
    everybody: "own",
  },
  "sign-in.require": {
    ru: "требовать второй фактор от сотрудников",
    en: "require a second factor of staff",
    roles: { administrator: "all" },
  },
  "municipality.change": {
    ru: "менять сведения о муниципальном образовании",
    en: "change the municipality's particulars",
    roles: { administrator: "all", coordinator: "all" },
  },
  "consent.give": {
    ru: "давать и отзывать своё согласие",
    en: "give and withdraw one's own consent",
    roles: {},
    everybody: "own",
  },
  "consent.record": {
    ru: "вносить согласие, данное на бумаге",
    en: "record a consent given on paper",
    roles: { administrator: "all", coordinator: "all", operator: "all", settlement: "own", chair: "own" },
  },
  "consent.publish": {
    ru: "вводить новую редакцию текста согласия",
    en: "publish a new version of a consent's text",
    roles: { administrator: "all" },
  },
  "personal.export": {
    ru: "получить всё, что хранится о человеке, одним файлом",
    en: "get everything that is kept of a person as one file",
    roles: { administrator: "all" },
    everybody: "own",
  },
  "personal.erase": {
    ru: "уничтожить персональные данные человека",
    en: "erase a person's data",
    roles: { administrator: "all" },
  },
  "personal.oversee": {
    ru: "видеть памятку оператора персональных данных и журнал обращений к данным",
    en: "see the checklist of the operator of personal data and who read personal data",
    roles: { administrator: "all", auditor: "all" },
  },
  "personal.operate": {
    ru: "отмечать обязанности оператора и вести инциденты",
    en: "record the operator's duties and run incidents",
    roles: { administrator: "all" },
  },
  "mail.read": {
    ru: "видеть письма, которые отправляет система",
    en: "see the letters that the system sends",
    roles: { administrator: "all" },
  },
  "mail.repeat": {
    ru: "повторять, отменять и передавать письма",
    en: "repeat, cancel and hand over letters",
    roles: { administrator: "all" },
  },
  "trail.read": {
    ru: "читать журнал действий и выгружать его",
    en: "read and export the trail",
    roles: { auditor: "all", administrator: "all" },
  },
  "task.read": {
    ru: "видеть поручения: все или те, что даны или приняты самим",
    en: "see tasks: all, or those given to or by oneself",
    roles: { coordinator: "all", administrator: "all", auditor: "all" },
    everybody: "own",
  },
  "task.give": {
    ru: "давать поручения, менять их срок и исполнителя",
    en: "give tasks, change their deadline and owner",
    roles: { coordinator: "all" },
  },
  "task.work": {
    ru: "брать своё поручение в работу и сообщать, что оно сделано",
    en: "take one's own task in work and say that it is done",
    roles: {},
    everybody: "own",
  },
  "task.accept": {
    ru: "принимать сделанное или возвращать",
    en: "accept what was done or return it",
    roles: { coordinator: "all" },
  },
  "task.cancel": {
    ru: "отменять поручения с причиной",
    en: "cancel tasks and say why",
    roles: { coordinator: "all" },
  },
  "task.oversee": {
    ru: "видеть, что у какого исполнителя сделано и что просрочено",
    en: "see what each executor has done and what is late",
    roles: { coordinator: "all", administrator: "all", auditor: "all" },
  },
  "message.read": {
    ru: "читать сообщения при записи, которую видно самому",
    en: "read the messages on a record that one may see",
    roles: {},
    everybody: "own",
  },
  "message.write": {
    ru: "писать сообщения при записи, которую видно самому, и исправлять свои",
    en: "write messages on a record that one may see, and correct one's own",
    roles: {
      coordinator: "own",
      accountant: "own",
      operator: "own",
      settlement: "own",
      juror: "own",
      chair: "own",
      resident: "own",
      administrator: "own",
    },
  },
  "notice.read": {
    ru: "видеть свои уведомления и выбирать, о чём присылать письма",
    en: "see one's own notices and choose which come by letter",
    roles: {},
    everybody: "own",
  },
  "settlement.keep": {
    ru: "вести перечень поселений",
    en: "keep the list of settlements",
    roles: { coordinator: "all" },
  },
  "association.keep": {
    ru: "вносить ТОС в реестр и менять их сведения",
    en: "enter associations in the register and change their particulars",
    roles: { coordinator: "all", settlement: "own" },
  },
  "association.read": {
    ru: "видеть реестр ТОС с внутренними сведениями, историей и замечаниями",
    en: "see the register of associations with what is internal, its history and warnings",
    roles: { coordinator: "all", administrator: "all", auditor: "all", settlement: "own", chair: "own" },
  },
  "association.describe": {
    ru: "менять контакты и описание ТОС",
    en: "change an association's contacts and description",
    roles: { coordinator: "all", settlement: "own", chair: "own" },
  },
  "registry.rule": {
    ru: "задавать правила кворума учредительных собраний и конференций",
    en: "set the rules of quorum of founding meetings and conferences",
    roles: { coordinator: "all" },
  },
  "official.keep": {
    ru: "вести должностных лиц и депутатов",
    en: "keep officials and deputies",
    roles: { coordinator: "all" },
  },
  "boundary.keep": {
    ru: "вести границы ТОС",
    en: "keep the boundaries of associations",
    roles: { coordinator: "all", settlement: "own" },
  },
  "boundary.import": {
    ru: "принимать границы из файла",
    en: "take boundaries from a file",
    roles: { coordinator: "all" },
  },
  "map.set-tiles": {
    ru: "задавать адрес подложки карты",
    en: "set where the map's ground tiles come from",
    roles: { administrator: "all" },
  },
  "act.read": {
    ru: "видеть реестр правовых актов с проектами",
    en: "see the register of legal acts with drafts",
    roles: { coordinator: "all", operator: "all", settlement: "all", administrator: "all", auditor: "all" },
  },
  "act.keep": {
    ru: "вносить правовые акты и связи между ними",
    en: "enter legal acts and what they do to each other",
    roles: { coordinator: "all", settlement: "own" },
  },
  "body.keep": {
    ru: "вести советы, комиссии и места в них",
    en: "keep councils, commissions and their seats",
    roles: { coordinator: "all" },
  },
  "news.read": {
    ru: "видеть публикации до выхода: все или о своём ТОС, своём поселении",
    en: "see publications before they come out: all, or those of one's own association or settlement",
    roles: {
      coordinator: "all",
      operator: "all",
      administrator: "all",
      auditor: "all",
      settlement: "own",
      chair: "own",
    },
  },
  "news.write": {
    ru: "писать публикации и отдавать их на согласование",
    en: "write publications and submit them for approval",
    roles: { coordinator: "all", operator: "all", settlement: "own", chair: "own" },
  },
  "news.approve": {
    ru: "согласовывать публикации, публиковать и снимать их",
    en: "approve publications, publish and withdraw them",
    roles: { coordinator: "all" },
  },
  "outlet.keep": {
    ru: "вести перечень изданий",
    en: "keep the list of outlets",
    roles: { coordinator: "all", operator: "all" },
  },
  "revision.rule": {
    ru: "менять правила пересмотра актов и связь реестров с мероприятиями программы",
    en: "change the rules of revision and which activity plans the register's counts",
    roles: { coordinator: "all" },
  },
  "indicator.read": {
    ru: "видеть факты показателей до подтверждения и записи под ними",
    en: "see actuals of indicators before they are confirmed, and the records behind them",
    roles: {
      coordinator: "all",
      operator: "all",
      accountant: "all",
      settlement: "all",
      administrator: "all",
      auditor: "all",
    },
  },
  "indicator.passport": {
    ru: "решать, как считают показатель",
    en: "decide how an indicator is computed",
    roles: { coordinator: "all" },
  },
  "indicator.correct": {
    ru: "вносить поправки и свои значения показателей",
    en: "enter corrections and own values of indicators",
    roles: { coordinator: "all", operator: "all" },
  },
  "indicator.propose": {
    ru: "предлагать значение показателя на подтверждение",
    en: "propose the value of an indicator for confirmation",
    roles: { coordinator: "all", operator: "all" },
  },
  "indicator.method": {
    ru: "вести свои методики оценки эффективности",
    en: "keep own methods of assessing effectiveness",
    roles: { coordinator: "all" },
  },
  "indicator.confirm": {
    ru: "подтверждать и возвращать значения показателей, открывать подтверждённые",
    en: "confirm and return values of indicators, reopen confirmed ones",
    roles: { coordinator: "all" },
  },
  "report.read": {
    ru: "видеть отчёты о реализации программы и их календарь",
    en: "see the reports on the programme and their calendar",
    roles: {
      coordinator: "all",
      operator: "all",
      accountant: "all",
      administrator: "all",
      auditor: "all",
    },
  },
  "report.write": {
    ru: "писать отчёты: причины отклонений, разделы; подписывать отчёт исполнителя",
    en: "write reports: reasons of deviations, sections; sign an executor's report",
    roles: { coordinator: "all", operator: "all" },
  },
  "report.sign": {
    ru: "подписывать отчёты программы, отмечать их передачу, возвращать",
    en: "sign the programme's reports, note that they were handed over, return them",
    roles: { coordinator: "all" },
  },
  "report.set": {
    ru: "менять формы отчётов, их сроки и подписантов",
    en: "change the forms of reports, their due dates and signatories",
    roles: { coordinator: "all" },
  },
  "ledger.read": {
    ru: "видеть деньги программы: остатки, журнал, платежи",
    en: "see the programme's money: balances, journal, payments",
    roles: { coordinator: "all", accountant: "all", administrator: "all", auditor: "all" },
  },
  "ledger.appropriate": {
    ru: "вносить бюджетные ассигнования и лимиты",
    en: "record appropriations and limits",
    roles: { accountant: "all" },
  },
  "ledger.commit": {
    ru: "вносить обязательства, высвобождать и переносить их остатки",
    en: "record obligations, release and carry over what is left of them",
    roles: { accountant: "all", coordinator: "all" },
  },
  "ledger.pay": {
    ru: "вносить платежи и возвраты",
    en: "record payments and refunds",
    roles: { accountant: "all" },
  },
  "ledger.set-up": {
    ru: "настраивать деньги: срок приведения программы в соответствие с бюджетом, разметку выписок",
    en: "set the money up: the day by which programme and budget agree, how statements are read",
    roles: { accountant: "all", coordinator: "all" },
  },
  "ledger.reverse": {
    ru: "исправлять записи о деньгах исправительной записью",
    en: "correct entries of money by a reversal",
    roles: { accountant: "all" },
  },
  "request.read": {
    ru: "видеть заявки на оплату: все или свои",
    en: "see payment requests: all, or one's own",
    roles: { coordinator: "all", accountant: "all", auditor: "all", administrator: "all", operator: "own" },
  },
  "request.ask": {
    ru: "подавать заявки на оплату, исправлять и отзывать свои",
    en: "ask for payments, change and withdraw one's own requests",
    roles: { coordinator: "own", operator: "own" },
  },
  "request.approve": {
    ru: "утверждать заявки на оплату, возвращать и отменять их",
    en: "approve payment requests, return and cancel them",
    roles: { accountant: "all" },
  },
  "cofinancing.agree": {
    ru: "вносить соглашения о софинансировании и изменения к ним",
    en: "record co-financing agreements and their amendments",
    roles: { accountant: "all", coordinator: "all" },
  },
  "cofinancing.receive": {
    ru: "вносить поступления из бюджета региона и возвраты ему",
    en: "record what came from the region's budget and went back to it",
    roles: { accountant: "all" },
  },
  "event.read": {
    ru: "видеть все мероприятия, также запланированные и не объявленные",
    en: "see all events, also those planned and not announced",
    roles: {
      coordinator: "all",
      accountant: "all",
      operator: "all",
      settlement: "all",
      chair: "all",
      auditor: "all",
      administrator: "all",
    },
  },
  "event.keep": {
    ru: "планировать мероприятия, объявлять, вносить итоги и отменять",
    en: "plan events, announce them, enter their results, cancel them",
    roles: { coordinator: "all", settlement: "own", chair: "own", operator: "own" },
  },
  "event.train": {
    ru: "вести семинары и другое обучение",
    en: "run seminars and other training",
    roles: { coordinator: "all", operator: "all" },
  },
  "event.confirm": {
    ru: "подтверждать, что мероприятие состоялось, и возвращать подтверждённое",
    en: "confirm that an event was held, and reopen a confirmed one",
    roles: { coordinator: "all" },
  },
  "event.work": {
    ru: "работать на мероприятии и его площадках: отмечать участников",
    en: "work at an event and its sites: mark who takes part",
    roles: { coordinator: "all", settlement: "own", chair: "own", operator: "own" },
  },
  "event-question.answer": {
    ru: "отвечать на вопросы, заданные на мероприятиях",
    en: "answer questions raised at events",
    roles: { coordinator: "all", settlement: "own", chair: "own" },
    everybody: "own",
  },
  "reception.read": {
    ru: "видеть карточки личного приёма",
    en: "see the cards of visitors to receptions",
    roles: { coordinator: "all", settlement: "own", auditor: "all" },
  },
  "reception.keep": {
    ru: "вести карточки личного приёма",
    en: "keep the cards of visitors to receptions",
    roles: { coordinator: "all", settlement: "own" },
  },
  "event-registration.read": {
    ru: "видеть, кто записался на мероприятие",
    en: "see who registered for an event",
    roles: { coordinator: "all", settlement: "own", chair: "own", operator: "own", auditor: "all" },
  },
  "attendance.read": {
    ru: "видеть, кто был на мероприятии",
    en: "see who was at an event",
    roles: { coordinator: "all", auditor: "all", settlement: "own", chair: "own", operator: "own" },
  },
  "participant.keep": {
    ru: "объединять записи одного участника и убирать имя по его просьбе",
    en: "join entries of one participant and take a name away on request",
    roles: { coordinator: "all" },
  },
  "event-kind.keep": {
    ru: "вести собственные виды мероприятий",
    en: "keep the municipality's own kinds of events",
    roles: { coordinator: "all" },
  },
  "contest.read": {
    ru: "видеть конкурсы с черновиками их проведения",
    en: "see contests with the drafts of their calls",
    roles: { coordinator: "all", operator: "all", auditor: "all", administrator: "all" },
  },
  "contest.keep": {
    ru: "заводить конкурсы и их проведение, объявлять и отменять",
    en: "enter contests and their calls, announce and cancel them",
    roles: { coordinator: "all", operator: "all" },
  },
  "application.read": {
    ru: "видеть поданные заявки на конкурс",
    en: "see the applications that were submitted",
    roles: { coordinator: "all", operator: "all", auditor: "all", chair: "own" },
  },
  "application.write": {
    ru: "писать, подавать и отзывать заявки своего ТОС",
    en: "write, submit and withdraw applications of one's association",
    roles: { chair: "own" },
  },
  "application.admit": {
    ru: "проверять заявки, допускать, возвращать и отказывать в допуске",
    en: "check applications, admit, return and refuse them",
    roles: { coordinator: "all", operator: "all" },
  },
  "jury.keep": {
    ru: "приглашать и выводить членов комиссии, раздавать заявки, отмечать отводы",
    en: "invite and remove jurors, give applications out, record recusals",
    roles: { coordinator: "all", operator: "all" },
  },
  "jury.read": {
    ru: "видеть ход оценки и заседания комиссии",
    en: "see how the review goes and the sittings of the jury",
    roles: { coordinator: "all", operator: "all", auditor: "all" },
  },
  "review.write": {
    ru: "оценивать данные заявки и заявлять самоотвод",
    en: "review the applications given to one, and recuse oneself",
    roles: { juror: "own" },
  },
  "sitting.keep": {
    ru: "вести заседание комиссии: кворум, голоса, решение",
    en: "keep the jury's sitting: quorum, votes, decision",
    roles: { coordinator: "all", operator: "all" },
  },
  "agreement.read": {
    ru: "видеть соглашения о грантах, отчёты получателей и требования о возврате",
    en: "see grant agreements, usage reports and refund demands",
    roles: { coordinator: "all", operator: "all", accountant: "all", auditor: "all", chair: "own" },
  },
  "agreement.keep": {
    ru: "заключать соглашения о грантах, менять их шаблон, отмечать подписи, подавать заявку на оплату гранта",
    en: "conclude grant agreements, change their template, record signatures, ask for the grant's payment",
    roles: { coordinator: "all", operator: "all" },
  },
  "usage.write": {
    ru: "писать и подавать отчёт об использовании гранта своего ТОС",
    en: "write and submit the usage report of one's association",
    roles: { chair: "own" },
  },
  "usage.accept": {
    ru: "принимать и возвращать отчёты об использовании гранта, требовать возврат",
    en: "accept and return usage reports, demand refunds",
    roles: { coordinator: "all", operator: "all" },
  },
} as const satisfies Record<string, Permission>;
