import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal of the ledger, with its status and sentences. Sums come in roubles as the page writes them. */
export const ledgerRefusals = {
  "ledger-sum-malformed": {
    status: 422,
    ru: "«{text}» — не сумма. Напишите рубли и копейки: 12 345,67.",
    en: "“{text}” is no sum. Write roubles and kopecks: 12345.67.",
  },
  "ledger-sum-decimals": {
    status: 422,
    ru: "В сумме «{text}» больше двух знаков после запятой: частей копейки не бывает.",
    en: "The sum “{text}” has more than two decimals: there is no part of a kopeck.",
  },
  "ledger-currency": {
    status: 422,
    ru: "«{text}»: суммы принимаются только в рублях.",
    en: "“{text}”: sums are taken in roubles only.",
  },
  "ledger-sum-missing": {
    status: 422,
    ru: "Укажите сумму больше нуля хотя бы по одному источнику.",
    en: "Give a sum above nothing for at least one source.",
  },
  "ledger-sum-large": {
    status: 422,
    ru: "Сумма «{text}» больше, чем бывает у программы. Проверьте её.",
    en: "The sum “{text}” is more than a programme ever has. Check it.",
  },
  "ledger-thousandfold": {
    status: 409,
    ru: "Сумма {sum} руб. и {reference} руб. отличаются ровно в тысячу раз или больше. Не спутаны ли рубли и тысячи рублей? Исправьте сумму или подтвердите её.",
    en: "The sum {sum} roubles is a thousand times {reference} roubles, or a thousandth of it. Were thousands taken for roubles? Correct the sum or confirm it.",
  },
  "ledger-date-wrong": {
    status: 422,
    ru: "Укажите день, который есть в календаре.",
    en: "Give a day that is in the calendar.",
  },
  "ledger-date-future": {
    status: 422,
    ru: "День {date} ещё не наступил: в журнал вносят то, что уже случилось.",
    en: "The day {date} is yet to come: the ledger records what has happened.",
  },
  "ledger-day-wrong": {
    status: 422,
    ru: "Выберите день и месяц, которые есть в каждом году.",
    en: "Choose a day and month that every year has.",
  },
  "ledger-clock-behind": {
    status: 409,
    ru: "Часы сервера отстают: последняя запись журнала внесена позже, чем «сейчас». Ничего не записано; сообщите администратору.",
    en: "The server's clock is behind: the ledger's last entry was recorded later than “now”. Nothing was recorded; tell the administrator.",
  },
  "ledger-year-outside": {
    status: 422,
    ru: "{year} год не входит в срок программы ({years}).",
    en: "The year {year} is outside the programme ({years}).",
  },
  "ledger-basis-missing": {
    status: 422,
    ru: "Назовите документ-основание: вид, номер и дату, не длиннее {limit} знаков.",
    en: "Name the document that is the basis: kind, number and date, at most {limit} characters.",
  },
  "ledger-basis-kind": {
    status: 422,
    ru: "Выберите вид документа из списка.",
    en: "Choose the kind of document from the list.",
  },
  "ledger-payee-missing": {
    status: 422,
    ru: "Назовите получателя, не длиннее {limit} знаков.",
    en: "Name the payee, in at most {limit} characters.",
  },
  "ledger-note-long": {
    status: 422,
    ru: "Примечание длиннее {limit} знаков.",
    en: "The note is longer than {limit} characters.",
  },
  "ledger-key-missing": {
    status: 422,
    ru: "Форма устарела. Откройте её заново.",
    en: "The form is out of date. Open it anew.",
  },
  "ledger-key-reused": {
    status: 409,
    ru: "Эта форма уже отправлена с другими данными: запись № {number}. Для новой записи откройте форму заново.",
    en: "This form was sent already with other data: entry № {number}. Open the form anew for another entry.",
  },
  "ledger-activity-unknown": {
    status: 404,
    ru: "Такого мероприятия в программах нет.",
    en: "No programme has this activity.",
  },
  "ledger-activity-dropped": {
    status: 409,
    ru: "Мероприятия «{name}» в действующей редакции программы нет: новых денег по нему не записывают.",
    en: "The edition in force no longer has the activity “{name}”: no new money is recorded for it.",
  },
  "ledger-entry-unknown": { status: 404, ru: "Такой записи в журнале нет.", en: "The ledger has no such entry." },
  "ledger-over-appropriation": {
    status: 409,
    ru: "Не хватает лимита: свободно {free} руб. ({source}, {year} год), а нужно {sum} руб.",
    en: "The limit does not suffice: {free} roubles are free ({source}, {year}), {sum} are needed.",
  },
  "ledger-below-committed": {
    status: 409,
    ru: "Лимит нельзя сделать меньше обязательств: {source}, {year} год, занято {used} руб., а документ даёт {sum} руб.",
    en: "The limit cannot go below the obligations: {source}, {year}, {used} roubles are taken and the document gives {sum}.",
  },
  "ledger-over-commitment": {
    status: 409,
    ru: "По обязательству осталось {open} руб. ({source}), а платёж — {sum} руб.",
    en: "The obligation has {open} roubles left ({source}), the payment is {sum}.",
  },
  "ledger-other-year": {
    status: 409,
    ru: "Отметка казначейства — {date}, а обязательство — {year} года. Год платежа — год отметки: сначала перенесите остаток обязательства.",
    en: "The treasury's mark is of {date}, the obligation of {year}. A payment's year is that of its mark: carry the rest of the obligation over first.",
  },
  "ledger-before": {
    status: 422,
    ru: "День {date} раньше записи, из которой это следует ({earlier}).",
    en: "The day {date} is before the entry that this follows from ({earlier}).",
  },
  "ledger-over-payment": {
    status: 409,
    ru: "Вернуть больше, чем уплачено, нельзя: по этому платежу можно вернуть {left} руб. ({source}), а возврат — {sum} руб.",
    en: "No more can come back than was paid: {left} roubles of this payment are left ({source}), the refund is {sum}.",
  },
  "ledger-over-performance": {
    status: 409,
    ru: "Принять больше, чем осталось по обязательству, нельзя: {left} руб. ({source}), а документ — на {sum} руб.",
    en: "No more can be accepted than the obligation has: {left} roubles are left ({source}), the document says {sum}.",
  },
  "ledger-over-refund": {
    status: 409,
    ru: "По этому возврату осталось перечислить {left} руб. ({source}), а не {sum} руб.",
    en: "Of this refund {left} roubles remain to be returned ({source}), not {sum}.",
  },
  "ledger-nothing-open": {
    status: 409,
    ru: "По этому обязательству ничего не осталось.",
    en: "Nothing of this obligation is left.",
  },
  "ledger-year-open": {
    status: 409,
    ru: "{year} год ещё не кончился: до 31 декабря остаток обязательства высвобождают, а не закрывают.",
    en: "The year {year} is not over: until 31 December the rest of an obligation is released, not closed.",
  },
  "ledger-follows": {
    status: 409,
    ru: "К этой записи такая не добавляется.",
    en: "This entry cannot be followed by that one.",
  },
  "ledger-reversed": {
    status: 409,
    ru: "Эта запись уже исправлена.",
    en: "This entry has been reversed already.",
  },
  "ledger-reversal-of-reversal": {
    status: 409,
    ru: "Исправительную запись не исправляют: внесите верную запись заново.",
    en: "A reversal is not reversed: record the right entry anew.",
  },
  "ledger-in-use": {
    status: 409,
    ru: "От этой записи зависят другие (№ {number}): сначала исправьте их.",
    en: "Other entries depend on this one (№ {number}): reverse them first.",
  },
  "ledger-reason-missing": { status: 422, ru: "Напишите, почему исправляете.", en: "Say why it is reversed." },
  "ledger-statement-unreadable": {
    status: 415,
    ru: "«{name}» — не выписка: ни файл обмена 1CClientBankExchange, ни таблица с днями и суммами (.xlsx, .ods, .csv). Выгрузите выписку снова.",
    en: "“{name}” is no statement: neither a 1CClientBankExchange file nor a table with days and sums (.xlsx, .ods, .csv). Export the statement again.",
  },
  "ledger-statement-large": {
    status: 413,
    ru: "Файл больше {megabytes} МБ. Выгрузите выписку за меньший срок.",
    en: "The file is larger than {megabytes} MB. Export the statement for a shorter time.",
  },
  "ledger-statement-columns": {
    status: 409,
    ru: "Сначала скажите, что в какой колонке этой таблицы.",
    en: "Say first what each column of this table is.",
  },
  "ledger-statement-no-table": {
    status: 409,
    ru: "Это файл обмена, а не таблица: его колонки размечать не нужно.",
    en: "This is an exchange file, no table: it has no columns to name.",
  },
  "ledger-statement-sum": {
    status: 409,
    ru: "Платёжный документ № {number} — на {said} руб., а по источникам набралось {sum} руб. Откройте выписку заново.",
    en: "Document № {number} is of {said} roubles, its sources add up to {sum}. Open the statement anew.",
  },
  "ledger-statement-changed": {
    status: 409,
    ru: "Строку {line} выписки внести нельзя: её нет, она не списана или внесена иначе. Откройте выписку заново.",
    en: "Line {line} of the statement cannot be recorded: it is not there, not debited, or recorded otherwise. Open the statement anew.",
  },
  "ledger-columns-missing": {
    status: 422,
    ru: "Укажите колонки с номером документа, с днём и с суммой.",
    en: "Name the columns with the document's number, the day and the sum.",
  },
  "ledger-columns-twice": {
    status: 422,
    ru: "Одно и то же указано у двух колонок. Оставьте одну.",
    en: "Two columns are said to be the same. Leave one.",
  },
  "ledger-statement-unknown": { status: 404, ru: "Такой выписки нет.", en: "There is no such statement." },
  "ledger-statement-empty": {
    status: 422,
    ru: "Отметьте хотя бы один платёж.",
    en: "Choose at least one payment.",
  },
  "ledger-source-unknown": {
    status: 422,
    ru: "Выберите источник из списка.",
    en: "Choose a source from the list.",
  },
  "ledger-move-same": {
    status: 422,
    ru: "Откуда и куда — одна и та же строка программы. Выберите другую.",
    en: "From and to are the same line of the programme. Choose another.",
  },
  "ledger-move-programmes": {
    status: 409,
    ru: "Это мероприятия разных программ: деньги передвигают внутри одной.",
    en: "These are activities of different programmes: money moves within one.",
  },
  "ledger-move-committed": {
    status: 409,
    ru: "Передвинуть {sum} руб. нельзя: в плане {planned} руб., из них {taken} руб. обещано или уплачено. Передвинуть можно не больше {left} руб.",
    en: "{sum} roubles cannot be moved: the plan has {planned}, of which {taken} are promised or paid. No more than {left} can be moved.",
  },
  "ledger-move-no-row": {
    status: 409,
    ru: "В черновике у мероприятия «{name}» нет строки «{source}» на {year} год. Выберите другую строку или добавьте её в документ программы.",
    en: "The draft prints no line “{source}” of {year} for the activity “{name}”. Choose another line or add it to the programme's document.",
  },
  "ledger-export-large": {
    status: 422,
    ru: "Записей больше {limit}: сузьте журнал, один файл столько не вмещает.",
    en: "There are more than {limit} entries: narrow the journal, a file does not take that many.",
  },
} as const satisfies Record<string, RefusalText>;

export type LedgerRefusalCode = keyof typeof ledgerRefusals;

export function refuseLedger(code: LedgerRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<LedgerRefusalCode>(code, values);
}
