import { Refusal, type RefusalText } from "../kernel/refusal.ts";
import { grantRefusals } from "./agreement/refusals.ts";

/** Every refusal of contests, with its status and sentences that say what to do next. */
export const contestRefusals = {
  "contest-unknown": {
    status: 404,
    ru: "Такого конкурса или его проведения нет.",
    en: "There is no such contest or call.",
  },
  "contest-kind": {
    status: 422,
    ru: "Выберите вид конкурса: проекты или номинации.",
    en: "Choose the kind of contest: projects or nominations.",
  },
  "contest-name": {
    status: 422,
    ru: "Назовите конкурс, не длиннее 300 знаков.",
    en: "Name the contest, in at most 300 characters.",
  },
  "contest-known": {
    status: 409,
    ru: "Конкурс «{name}» уже есть. Заведите его проведение в новом году.",
    en: "The contest “{name}” is there already. Enter its call for another year.",
  },
  "contest-activity": {
    status: 422,
    ru: "Выберите мероприятие из программы.",
    en: "Choose an activity of the programme.",
  },
  "contest-year": { status: 422, ru: "Укажите год четырьмя цифрами.", en: "Give the year in four digits." },
  "contest-year-taken": {
    status: 409,
    ru: "В {year} году этот конкурс уже проводится. Откройте его.",
    en: "This contest has a call in {year} already. Open it.",
  },
  "contest-dates": {
    status: 422,
    ru: "Проверьте сроки: приём открывается раньше, чем закрывается, оценка кончается не раньше закрытия приёма.",
    en: "Check the dates: applications open before they close, and the review ends no earlier than that.",
  },
  "contest-terms": {
    status: 422,
    ru: "В условиях конкурса ошибка, место: {where} ({what}). Исправьте его и сохраните снова.",
    en: "The terms have a fault at {where} ({what}). Mend it and save again.",
  },
  "contest-announced": {
    status: 409,
    ru: "Конкурс объявлен, условия больше не меняются. Отмените его и заведите новый.",
    en: "The call is announced, its terms are fixed. Cancel it and enter another.",
  },
  "contest-changed": {
    status: 409,
    ru: "Пока вы правили, запись изменил кто-то другой. Откройте её заново.",
    en: "Somebody changed it while you were editing. Open it again.",
  },
  "contest-move": {
    status: 409,
    ru: "Из нынешнего состояния конкурса так сделать нельзя. Обновите страницу.",
    en: "This cannot be done from the call's present state. Reload the page.",
  },
  "contest-reason": {
    status: 422,
    ru: "Напишите основание: его увидят участники.",
    en: "Give the reason: applicants will see it.",
  },
  "contest-still-open": {
    status: 409,
    ru: "Приём заявок ещё идёт. Начните оценку после срока.",
    en: "Applications are still taken. Begin the review after the deadline.",
  },
  "application-unknown": {
    status: 404,
    ru: "Такой заявки нет, или она не для вас.",
    en: "There is no such application, or it is not for you.",
  },
  "application-not-open": {
    status: 409,
    ru: "Заявки сейчас не принимаются. Посмотрите сроки конкурса.",
    en: "Applications are not taken now. See the dates of the call.",
  },
  "application-association": {
    status: 422,
    ru: "Выберите ТОС из реестра.",
    en: "Choose an association of the register.",
  },
  "application-kind": {
    status: 422,
    ru: "Выберите, кто получатель: юридическое лицо или председатель, как разрешает положение.",
    en: "Choose the recipient, legal entity or chair, as the regulations allow.",
  },
  "application-many": {
    status: 409,
    ru: "От одного ТОС принимается заявок: {limit}. Отзовите прежнюю или дополните её.",
    en: "Applications taken of one association: {limit}. Withdraw the earlier one or add to it.",
  },
  "application-content": {
    status: 422,
    ru: "Заявка не сохранена: не читается {where}. Обновите страницу, набранное осталось в ней.",
    en: "Not saved: {where} cannot be read. Reload the page; what you typed is kept in it.",
  },
  "application-closed": {
    status: 409,
    ru: "Заявка подана, править её нельзя. До срока её можно забрать на исправление.",
    en: "It is submitted and cannot be edited. Until the deadline you can take it back to correct it.",
  },
  "application-changed": {
    status: 409,
    ru: "Заявку сохранили в другом окне или на другом устройстве. Откройте её заново.",
    en: "It was saved in another window or on another device. Open it again.",
  },
  "application-paper": {
    status: 422,
    ru: "Положение не просит такого документа. Выберите документ из списка.",
    en: "The regulations ask for no such paper. Choose one of the list.",
  },
  "application-file": {
    status: 422,
    ru: "Файл пуст или больше {limit} МБ. Выберите другой.",
    en: "The file is empty or larger than {limit} MB. Choose another.",
  },
  "application-file-unknown": {
    status: 404,
    ru: "Такого файла в заявке нет.",
    en: "The application has no such file.",
  },
  "application-late": {
    status: 409,
    ru: "Срок прошёл: {until}. Набранное сохранено, но заявка не подана.",
    en: "The deadline has passed: {until}. What you typed is kept, but it is not submitted.",
  },
  "application-move": {
    status: 409,
    ru: "Из нынешнего состояния заявки так сделать нельзя. Обновите страницу.",
    en: "This cannot be done from the application's present state. Reload the page.",
  },
  "application-faults": {
    status: 422,
    ru: "Заявка не подана, замечаний: {count}. Первое: {where} ({code}).",
    en: "Not submitted; faults: {count}. The first: {where} ({code}).",
  },
  "form-foreign": {
    status: 422,
    ru: "Это не форма заявки: в файле нет её метки. Скачайте форму на странице конкурса и заполните её.",
    en: "This is no application form: its mark is not in the file. Download the form from the call's page and fill it in.",
  },
  "form-other-call": {
    status: 422,
    ru: "Это форма другого конкурса. Откройте его страницу или скачайте форму этого.",
    en: "This is the form of another call. Open its page, or download this call's form.",
  },
  "form-older": {
    status: 422,
    ru: "Форма устарела: вопросы с тех пор изменились. Скачайте новую и перенесите в неё ответы.",
    en: "The form is out of date: the questions have changed since. Download the new one and move the answers into it.",
  },
  "form-faults": {
    status: 422,
    ru: "Форма не принята, ошибок: {count}. Исправьте их в файле и загрузите его снова.",
    en: "The form was not taken; errors: {count}. Mend them in the file and upload it again.",
  },
  "admission-line": {
    status: 409,
    ru: "На этот вопрос отвечает правило, а не человек, или такой строки нет.",
    en: "A rule answers this, not a person, or there is no such line.",
  },
  "admission-until": {
    status: 422,
    ru: "Укажите, до какого дня исправить заявку: не раньше сегодняшнего.",
    en: "Give the day by which to correct it, not before today.",
  },
  "admission-unmet": {
    status: 409,
    ru: "Допустить нельзя, не выполнено строк проверки: {count}. Первая: {line}. Ответьте на них, верните заявку или откажите.",
    en: "Cannot be admitted; lines not met: {count}. The first: {line}. Answer them, return it or refuse it.",
  },
  "admission-over": {
    status: 409,
    ru: "Допуск закончен: идёт оценка.",
    en: "Admission is over: the review has begun.",
  },
  "jury-role": {
    status: 422,
    ru: "Сначала дайте этому человеку роль члена комиссии в этом конкурсе.",
    en: "First give this person the role of a juror in this call.",
  },
  "jury-known": {
    status: 409,
    ru: "Этот человек уже в комиссии или был в ней.",
    en: "This person is on the jury already, or was.",
  },
  "jury-chair": {
    status: 409,
    ru: "Председатель комиссии уже есть. Выведите его или пригласите без этой пометки.",
    en: "The jury has a chair. Remove them, or invite without this mark.",
  },
  "jury-over": {
    status: 409,
    ru: "Комиссия сейчас не меняется: конкурс не объявлен или уже решён. После жалобы сначала откройте новое заседание.",
    en: "The jury cannot change now: the call is not announced, or is decided. After an appeal first open another sitting.",
  },
  "jury-unknown": {
    status: 404,
    ru: "Такого члена комиссии нет, или он выведен.",
    en: "There is no such juror, or they were removed.",
  },
  "jury-way": {
    status: 422,
    ru: "Выберите, как раздать заявки и скольким членам комиссии каждую.",
    en: "Choose how to give the applications out, and to how many jurors each.",
  },
  "jury-none": {
    status: 409,
    ru: "В комиссии никого нет. Пригласите членов.",
    en: "The jury is empty. Invite jurors.",
  },
  "jury-not-review": {
    status: 409,
    ru: "Оценка ещё не началась или закончена.",
    en: "The review has not begun, or is over.",
  },
  "review-not-yours": {
    status: 403,
    ru: "Эта заявка вам не дана на оценку, или вы отведены.",
    en: "This application was not given to you, or you are recused.",
  },
  "review-over": {
    status: 409,
    ru: "Листы сданы, оценки больше не меняются.",
    en: "The sheets are in, marks do not change any more.",
  },
  "review-value": { status: 422, ru: "Проверьте оценку {where}: {what}.", en: "Check the mark {where}: {what}." },
  "reviews-missing": {
    status: 409,
    ru: "Не сдано экспертных листов: {count}. Дождитесь их или выведите членов комиссии, которые их не сдадут.",
    en: "Sheets missing: {count}. Wait for them, or remove the jurors who will not hand them in.",
  },
  "sitting-not-review": {
    status: 409,
    ru: "Заседание проводится после оценки.",
    en: "A sitting is held after the review.",
  },
  "sitting-open": {
    status: 409,
    ru: "Заседание уже открыто. Закончите его.",
    en: "A sitting is open already. End it.",
  },
  "sitting-form": {
    status: 422,
    ru: "Укажите день заседания, не позже сегодняшнего, и повестку.",
    en: "Give the day of the sitting, not after today, and the agenda.",
  },
  "sitting-quorum": {
    status: 409,
    ru: "Кворума нет: присутствует {present}, нужно {needed}.",
    en: "No quorum: {present} present, {needed} needed.",
  },
  "sitting-none": { status: 409, ru: "Открытого заседания нет. Откройте его.", en: "No sitting is open. Open one." },
  "sitting-votes": {
    status: 422,
    ru: "Проверьте голоса: заявки по номерам, голосов не больше, чем присутствует членов комиссии.",
    en: "Check the votes: applications by number, no more hands than jurors present.",
  },
  "sitting-undecided": {
    status: 409,
    ru: "Баллы равны, и от этого зависят деньги или место: {numbers}. Проголосуйте и запишите голоса.",
    en: "Equal totals on which money or a place depends: {numbers}. Vote and record the votes.",
  },
  "sitting-agreed": {
    status: 409,
    ru: "По заявкам {numbers} заключены соглашения, а новое решение изменило бы их суммы. Расторгните эти соглашения на страницах грантов или проверьте отводы и голоса.",
    en: "Agreements were concluded on {numbers}, and the new decision would change their sums. End these agreements on the grants' pages, or look at the recusals and votes.",
  },
  "appeal-form": {
    status: 422,
    ru: "Проверьте жалобу: от кого, день не позже сегодняшнего, и в чём она состоит (до 700 знаков).",
    en: "Check the appeal: from whom, a day not after today, and what it is about (up to 700 characters).",
  },
  "appeal-nothing": {
    status: 409,
    ru: "Жаловаться пока не на что: заявке не отказано, и решения комиссии по ней нет.",
    en: "There is nothing to appeal against yet: it was not refused, and no sitting has decided on it.",
  },
  "appeal-late": {
    status: 409,
    ru: "Срок жалобы прошёл: по положению до {until}. Обратитесь в администрацию или в суд.",
    en: "The time for an appeal is over; by the regulations it was until {until}. Turn to the administration or to the court.",
  },
  "appeal-text": {
    status: 422,
    ru: "Напишите, с чем вы не согласны (до 10 000 знаков); день поступления — не позже сегодняшнего.",
    en: "Write what you disagree with (up to 10,000 characters); the day of receipt is not after today.",
  },
  "appeal-file": {
    status: 422,
    ru: "Файл больше {limit} МБ. Выберите другой.",
    en: "The file is larger than {limit} MB. Choose another.",
  },
  "appeal-open": {
    status: 409,
    ru: "Жалоба по этой заявке уже ждёт ответа. Дождитесь его.",
    en: "An appeal on this application is waiting for its answer already. Wait for it.",
  },
  "appeal-unknown": {
    status: 404,
    ru: "Такой жалобы нет, или на неё уже ответили.",
    en: "There is no such appeal, or it was answered already.",
  },
  "sitting-undecided-yet": {
    status: 409,
    ru: "Протокол составляется после решения заседания.",
    en: "Minutes are made once the sitting has decided.",
  },
  "document-unknown": { status: 404, ru: "Такого документа нет.", en: "There is no such document." },
  "signature-form": {
    status: 422,
    ru: "Укажите, кто подписал, его должность, день не позже сегодняшнего, и приложите файл.",
    en: "Say who signed, the office held, a day not after today, and attach the file.",
  },
  "signature-late": {
    status: 409,
    ru: "Этот документ заменён новым. Подписывайте новый.",
    en: "This document was replaced. Sign the new one.",
  },
  "template-empty": { status: 422, ru: "Шаблон пуст или слишком длинный.", en: "The template is empty or too long." },
  "template-unknown": {
    status: 422,
    ru: "В шаблоне неизвестное имя «{name}». Возьмите имена из списка под полем.",
    en: "The template has an unknown name «{name}». Take names of the list below the field.",
  },
  ...grantRefusals,
} as const satisfies Readonly<Record<string, RefusalText>>;

export type ContestRefusalCode = keyof typeof contestRefusals;

export function refuseContest(code: ContestRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<ContestRefusalCode>(code, values);
}
