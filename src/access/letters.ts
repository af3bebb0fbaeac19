import type { LetterList } from "../kernel/letter.ts";

/** Letters about signing in and roles. A link is good until `{until}`, a date and time in words. */
export const accessLetters = {
  invitation: {
    title: { ru: "Приглашение", en: "Invitation" },
    handOver: "link",
    ru: {
      subject: "Приглашение на портал «{portal}»",
      body: "Здравствуйте, {name}!\n\nВас приглашают на портал «{portal}»: {roles}.\n\nОткройте ссылку и придумайте пароль:\n\n{link}\n\nСсылка действует до {until} и открывается один раз. Если приглашения вы не ждали, просто удалите письмо.",
    },
    en: {
      subject: "Invitation to the portal “{portal}”",
      body: "Hello {name},\n\nYou are invited to the portal “{portal}”: {roles}.\n\nOpen the link and choose a password:\n\n{link}\n\nThe link is good until {until} and opens once. If you did not expect an invitation, delete this letter.",
    },
  },
  "email-confirmation": {
    title: { ru: "Подтверждение почты", en: "E-mail confirmation" },
    handOver: "link",
    ru: {
      subject: "Подтвердите адрес почты",
      body: "Здравствуйте, {name}!\n\nЭтот адрес указан на портале «{portal}». Подтвердите, что он ваш:\n\n{link}\n\nСсылка действует до {until}. Если вы этого не делали, просто удалите письмо.",
    },
    en: {
      subject: "Confirm your e-mail address",
      body: "Hello {name},\n\nThis address was given on the portal “{portal}”. Confirm that it is yours:\n\n{link}\n\nThe link is good until {until}. If this was not you, delete this letter.",
    },
  },
  "password-reset": {
    title: { ru: "Новый пароль", en: "Password reset" },
    handOver: "link",
    ru: {
      subject: "Новый пароль для портала «{portal}»",
      body: "Здравствуйте, {name}!\n\nЧтобы задать новый пароль, откройте ссылку:\n\n{link}\n\nСсылка действует до {until} и открывается один раз. Если вы не просили о новом пароле, ничего не делайте: прежний остаётся в силе.",
    },
    en: {
      subject: "A new password for the portal “{portal}”",
      body: "Hello {name},\n\nTo set a new password, open the link:\n\n{link}\n\nThe link is good until {until} and opens once. If you did not ask for a new password, do nothing: the old one stays.",
    },
  },
  "new-device": {
    title: { ru: "Вход с нового устройства", en: "Sign-in from a new device" },
    handOver: null,
    ru: {
      subject: "Вход на портал «{portal}» с нового устройства",
      body: "Здравствуйте, {name}!\n\nВ вашу учётную запись вошли с нового устройства: {at}, {device}.\n\nЕсли это были вы, ничего делать не нужно. Если нет, завершите этот сеанс и смените пароль:\n\n{link}",
    },
    en: {
      subject: "Sign-in to the portal “{portal}” from a new device",
      body: "Hello {name},\n\nSomebody signed in to your account from a new device: {at}, {device}.\n\nIf it was you, there is nothing to do. If not, end that session and change the password:\n\n{link}",
    },
  },
} as const satisfies LetterList;
