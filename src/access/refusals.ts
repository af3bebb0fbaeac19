import type { RefusalText } from "../kernel/refusal.ts";

/** Every refusal of access, with its status and sentences. */
export const accessRefusals = {
  "not-signed-in": {
    status: 401,
    ru: "Войдите, чтобы продолжить.",
    en: "Sign in to continue.",
  },
  "not-permitted": {
    status: 403,
    ru: "У вас нет права на это действие. Его даёт роль: {roles}.",
    en: "You may not do this. It takes the role: {roles}.",
  },
  "not-yours": {
    status: 403,
    ru: "Это может сделать только тот, кого это касается.",
    en: "Only the person concerned may do this.",
  },
  "municipality-field-malformed": {
    status: 422,
    ru: "Проверьте поля: {fields}.",
    en: "Look at these fields again: {fields}.",
  },
  "municipality-changed": {
    status: 409,
    ru: "Пока вы меняли сведения, их сохранил кто-то другой. Изменилось: {fields}. Откройте страницу снова и внесите своё.",
    en: "Somebody else saved while you were editing. Changed: {fields}. Open the page again and enter yours.",
  },
  "host-taken": {
    status: 409,
    ru: "Имя узла {host} занято другим муниципальным образованием.",
    en: "The host name {host} belongs to another municipality.",
  },
  "population-malformed": {
    status: 422,
    ru: "Укажите год, численность целым числом и источник сведений.",
    en: "Give the year, the number of people as a whole number, and the source.",
  },
  "trail-too-long": {
    status: 422,
    ru: "В одном файле помещается {rows} строк. Сузьте выборку по датам.",
    en: "One file takes {rows} rows. Narrow it by dates.",
  },
  "consent-text-missing": {
    status: 422,
    ru: "Выберите цель и введите текст согласия, не длиннее 20 000 знаков.",
    en: "Choose the purpose and enter the text of the consent, of 20,000 characters at most.",
  },
  "consent-text-changed": {
    status: 409,
    ru: "Действует другая редакция согласия. Откройте страницу снова и прочтите её.",
    en: "Another version of the consent is in force. Open the page again and read it.",
  },
  "consent-date-wrong": {
    status: 422,
    ru: "Укажите день подписания: он не может быть позже сегодняшнего.",
    en: "Give the day of the signature: it cannot be later than today.",
  },
  "consent-scan-missing": {
    status: 422,
    ru: "Приложите скан согласия: PDF, PNG, JPEG или WebP.",
    en: "Add the scan of the consent: PDF, PNG, JPEG or WebP.",
  },
  "withdrawal-date-wrong": {
    status: 422,
    ru: "Укажите день, когда получен отзыв: не раньше дня согласия и не позже сегодняшнего.",
    en: "Give the day on which the withdrawal was received: not before the consent and not later than today.",
  },
  "withdrawal-basis-missing": {
    status: 422,
    ru: "Укажите, каким документом отозвано согласие: его номер и дату.",
    en: "Say by which paper the consent was withdrawn: its number and date.",
  },
  "consent-unknown": {
    status: 404,
    ru: "Такого согласия здесь нет.",
    en: "There is no such consent here.",
  },
  "consent-withdrawn": {
    status: 409,
    ru: "Это согласие уже отозвано.",
    en: "This consent has been withdrawn already.",
  },
  "person-unknown": {
    status: 404,
    ru: "Такого человека здесь нет.",
    en: "There is no such person here.",
  },
  "person-erased": {
    status: 409,
    ru: "Данные этого человека уже уничтожены.",
    en: "This person's data have been erased already.",
  },
  "person-elsewhere": {
    status: 409,
    ru: "У этого человека есть роли и в других муниципальных образованиях: {count}. Сначала данные уничтожают там.",
    en: "This person has roles in other municipalities too: {count}. Their data must be erased there first.",
  },
  "erasure-basis-missing": {
    status: 422,
    ru: "Укажите основание: заявление, отзыв согласия, акт.",
    en: "Give the basis: a request, a withdrawal of consent, a record of erasure.",
  },
  "erasure-unconfirmed": {
    status: 422,
    ru: "Для подтверждения введите: {name}. Данные не тронуты.",
    en: "To confirm, type: {name}. Nothing was erased.",
  },
  "export-basis-missing": {
    status: 422,
    ru: "Укажите, на каком основании выгружаются чужие данные: номер и дату заявления.",
    en: "Say on what basis another's data are exported: the number and date of the request.",
  },
  "erasing-oneself": {
    status: 409,
    ru: "Собственные данные уничтожает другой администратор: иначе некому будет подписать акт.",
    en: "One's own data are erased by another administrator: somebody has to sign the record.",
  },
  "duty-malformed": {
    status: 422,
    ru: "Укажите день, не позже сегодняшнего, и документ; чтобы снять отметку, оставьте оба поля пустыми.",
    en: "Give a day, not later than today, and the document; to take the mark away leave both empty.",
  },
  "incident-malformed": {
    status: 422,
    ru: "Опишите, что произошло, и укажите, когда это обнаружено: не позже этой минуты.",
    en: "Describe what happened and when it was found: not later than this minute.",
  },
  "incident-unknown": {
    status: 404,
    ru: "Такого инцидента нет.",
    en: "There is no such incident.",
  },
  "incident-step-wrong": {
    status: 409,
    ru: "Этот шаг уже отмечен или до него есть другой.",
    en: "This step is done already, or another comes before it.",
  },
  "wrong-credentials": {
    status: 401,
    ru: "Адрес электронной почты или пароль не подходят.",
    en: "The e-mail address or the password does not match.",
  },
  "too-many-attempts": {
    status: 429,
    ru: "Слишком много попыток. Попробуйте снова через {seconds} с.",
    en: "Too many attempts. Try again in {seconds} s.",
  },
  "email-not-confirmed": {
    status: 403,
    ru: "Адрес электронной почты ещё не подтверждён. Откройте ссылку из письма.",
    en: "The e-mail address is not confirmed yet. Open the link in the letter.",
  },
  "link-void": {
    status: 422,
    ru: "Ссылка больше не действует: она использована, отозвана или её срок прошёл. Запросите новую.",
    en: "The link no longer works: it was used or withdrawn, or its time is over. Ask for a new one.",
  },
  "own-password-wrong": {
    status: 422,
    ru: "Нынешний пароль не подходит.",
    en: "The present password does not match.",
  },
  "sign-in-again": {
    status: 403,
    ru: "Для этого нужен недавний вход. Выйдите, войдите снова и повторите.",
    en: "This takes a recent sign-in. Sign out, sign in again and repeat.",
  },
  "code-wrong": {
    status: 422,
    ru: "Код не подходит: он набран с ошибкой, устарел или уже использован. Возьмите следующий.",
    en: "The code does not match: it is mistyped, out of date or already used. Take the next one.",
  },
  "second-factor-exists": {
    status: 409,
    ru: "Приложение с кодами уже подключено. Чтобы подключить другое, сначала отключите его.",
    en: "An app with codes is set up already. To set up another, remove it first.",
  },
  "passkey-refused": {
    status: 422,
    ru: "Ключ доступа не подошёл. Повторите или выберите другой способ.",
    en: "The passkey was not accepted. Try again or choose another way.",
  },
  "provider-unknown": {
    status: 404,
    ru: "Такого способа входа здесь нет.",
    en: "There is no such way to sign in here.",
  },
  "provider-failed": {
    status: 422,
    ru: "Вход через «{provider}» не получился. Начните его снова.",
    en: "Signing in with “{provider}” did not work. Begin again.",
  },
  "provider-person-unknown": {
    status: 403,
    ru: "Вход через «{provider}» не связан ни с кем. Войдите по паролю и свяжите его в настройках или попросите приглашение.",
    en: "Signing in with “{provider}” is linked to nobody. Sign in with a password and link it in the settings, or ask for an invitation.",
  },
  "provider-linked-elsewhere": {
    status: 409,
    ru: "Эта учётная запись «{provider}» уже связана с другим человеком.",
    en: "This account of “{provider}” is linked to another person.",
  },
  "last-way-in": {
    status: 409,
    ru: "Это единственный способ входа. Сначала задайте пароль.",
    en: "This is the only way to sign in. Set a password first.",
  },
  "invitation-open": {
    status: 409,
    ru: "На этот адрес уже есть открытое приглашение. Отправьте его снова или отзовите.",
    en: "There is an open invitation for this address. Send it again or withdraw it.",
  },
  "invitation-closed": {
    status: 409,
    ru: "Приглашение уже принято или отозвано.",
    en: "The invitation was accepted or withdrawn already.",
  },
  "invitation-needs-sign-in": {
    status: 409,
    ru: "У этого адреса уже есть вход. Войдите и откройте ссылку снова.",
    en: "This address has a sign-in already. Sign in and open the link again.",
  },
  "invitation-for-another": {
    status: 403,
    ru: "Приглашение отправлено на другой адрес, не на тот, под которым вы вошли.",
    en: "The invitation was sent to another address than the one you signed in with.",
  },
  "set-up-code-wrong": {
    status: 422,
    ru: "Код не подходит. Перепишите его из терминала, где запущен сервер: действует тот, что напечатан последним.",
    en: "The code does not match. Copy it from the terminal where the server runs: the last one printed holds.",
  },
  "set-up-code-expired": {
    status: 422,
    ru: "Срок кода прошёл. Перезапустите сервер: он напечатает новый.",
    en: "The code is out of date. Start the server again: it prints a new one.",
  },
  "set-up-malformed": {
    status: 422,
    ru: "Проверьте поля: {fields}.",
    en: "Look at these fields again: {fields}.",
  },
  "set-up-done": {
    status: 409,
    ru: "Установка уже настроена. Войдите под своим адресом.",
    en: "This installation is set up already. Sign in with your address.",
  },
  "no-such-door": {
    status: 404,
    ru: "Одним щелчком входят только в демонстрацию и только в её роли. Войдите под своим адресом.",
    en: "One click opens only a demonstration and its roles. Sign in with your own address.",
  },
  "language-unknown": {
    status: 422,
    ru: "Выберите русский или английский.",
    en: "Choose Russian or English.",
  },
  "roles-missing": {
    status: 422,
    ru: "Выберите хотя бы одну роль.",
    en: "Choose at least one role.",
  },
  "role-basis-missing": {
    status: 422,
    ru: "Укажите основание: номер и дату документа.",
    en: "Give the basis: the document's number and date.",
  },
  "role-subject-missing": {
    status: 422,
    ru: "Роль «{role}» действует в поселении или ТОС: выберите, в каком. Если его нет в списке, сначала его вносят в реестр.",
    en: "The role “{role}” is held in a settlement or an association: choose which. If it is not in the list, it is entered in the register first.",
  },
  "role-subject-unknown": {
    status: 422,
    ru: "Роль «{role}» в этом дать нельзя: такой записи в реестре нет или она закрыта. Выберите из списка.",
    en: "The role “{role}” cannot be given there: the register has no such entry, or it was ended. Choose from the list.",
  },
  "roles-of-two-subjects": {
    status: 422,
    ru: "В одном приглашении — одна роль в поселении или ТОС. Вторую дайте на странице человека, когда он примет приглашение.",
    en: "One invitation carries one role in a settlement or an association. Give the second on the person's page once they have accepted.",
  },
  "role-held": {
    status: 409,
    ru: "Эта роль у человека уже есть.",
    en: "The person holds this role already.",
  },
  "role-not-held": {
    status: 409,
    ru: "Этой роли у человека нет: её уже прекратили.",
    en: "The person does not hold this role: it was ended already.",
  },
  "role-date-wrong": {
    status: 422,
    ru: "Дата должна быть не позже сегодняшней и не раньше начала роли.",
    en: "The date may be neither after today nor before the role's beginning.",
  },
  "last-administrator": {
    status: 409,
    ru: "Это последний администратор. Сначала дайте эту роль другому человеку.",
    en: "This is the last administrator. Give the role to somebody else first.",
  },
  "no-such-person": {
    status: 404,
    ru: "Такого человека здесь нет.",
    en: "There is no such person here.",
  },
  "email-unknown": {
    status: 404,
    ru: "Человека с адресом {email} нет.",
    en: "There is nobody with the address {email}.",
  },
  "email-taken": {
    status: 409,
    ru: "Человек с адресом {email} уже есть.",
    en: "There is already a person with the address {email}.",
  },
  "email-malformed": {
    status: 422,
    ru: "«{email}» не похоже на адрес электронной почты.",
    en: "“{email}” does not look like an e-mail address.",
  },
  "password-too-short": {
    status: 422,
    ru: "Пароль короче {length} знаков.",
    en: "The password is shorter than {length} characters.",
  },
  "password-too-long": {
    status: 422,
    ru: "Пароль длиннее {length} знаков.",
    en: "The password is longer than {length} characters.",
  },
  "name-missing": {
    status: 422,
    ru: "Укажите имя.",
    en: "Give a name.",
  },
} as const satisfies Record<string, RefusalText>;

export type AccessRefusalCode = keyof typeof accessRefusals;
