import type { LetterList } from "../kernel/letter.ts";

/** Letters about signing in and roles. */
export const accessLetters = {
  invitation: {
    title: { ru: "Приглашение", en: "Invitation" },
    handOver: "link",
    ru: {
      subject: "Приглашение на портал: {municipality}",
      body: "Здравствуйте!\n\nВас приглашают на портал поддержки ТОС ({municipality}).\n\nОткройте ссылку и придумайте пароль:\n\n{link}\n\nСсылка действует дней: {days}, открывается один раз. Если приглашения вы не ждали, просто удалите письмо.",
    },
    en: {
      subject: "Invitation to the portal: {municipality}",
      body: "Hello,\n\nYou are invited to the portal for neighbourhood associations ({municipality}).\n\nOpen the link and choose a password:\n\n{link}\n\nThe link is good for {days} days and opens once. If you did not expect an invitation, delete this letter.",
    },
  },
  "confirm-email": {
    title: { ru: "Подтверждение почты", en: "E-mail confirmation" },
    handOver: "link",
    ru: {
      subject: "Подтвердите адрес почты",
      body: "Здравствуйте, {name}!\n\nЭтот адрес указан на портале ({municipality}). Подтвердите, что он ваш:\n\n{link}\n\nСсылка действует часов: {hours}. Если вы этого не делали, просто удалите письмо.",
    },
    en: {
      subject: "Confirm your e-mail address",
      body: "Hello {name},\n\nThis address was given on the portal ({municipality}). Confirm that it is yours:\n\n{link}\n\nThe link is good for {hours} hours. If this was not you, delete this letter.",
    },
  },
  "reset-password": {
    title: { ru: "Новый пароль", en: "Password reset" },
    handOver: "link",
    ru: {
      subject: "Новый пароль для портала: {municipality}",
      body: "Здравствуйте, {name}!\n\nЧтобы задать новый пароль, откройте ссылку:\n\n{link}\n\nСсылка действует часов: {hours}, открывается один раз. Если вы не просили о новом пароле, ничего не делайте: прежний остаётся в силе. ({municipality})",
    },
    en: {
      subject: "A new password for the portal: {municipality}",
      body: "Hello {name},\n\nTo set a new password, open the link:\n\n{link}\n\nThe link is good for {hours} hours and opens once. If you did not ask for a new password, do nothing: the old one stays. ({municipality})",
    },
  },
  "new-device": {
    title: { ru: "Вход с нового устройства", en: "Sign-in from a new device" },
    handOver: null,
    ru: {
      subject: "Вход на портал с нового устройства",
      body: "Здравствуйте, {name}!\n\nВ вашу учётную запись ({municipality}) вошли с нового устройства: {at}, {device}.\n\nЕсли это были вы, ничего делать не нужно. Если нет, завершите этот вход и смените пароль:\n\n{link}",
    },
    en: {
      subject: "Sign-in to the portal from a new device",
      body: "Hello {name},\n\nSomebody signed in to your account ({municipality}) from a new device: {at}, {device}.\n\nIf it was you, there is nothing to do. If not, end that sign-in and change the password:\n\n{link}",
    },
  },
  "email-changed": {
    title: { ru: "Адрес почты изменён", en: "E-mail address changed" },
    handOver: null,
    ru: {
      subject: "Адрес вашей учётной записи изменён",
      body: "Здравствуйте, {name}!\n\nАдрес вашей учётной записи ({municipality}) изменён на {email}. Письма будут приходить туда.\n\nЕсли это были не вы, сразу скажите администратору.",
    },
    en: {
      subject: "The address of your account has changed",
      body: "Hello {name},\n\nThe address of your account ({municipality}) was changed to {email}. Letters will go there.\n\nIf this was not you, tell the administrator at once.",
    },
  },
} as const satisfies LetterList;
