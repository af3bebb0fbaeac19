import type { LetterList } from "../kernel/letter.ts";

/** Letters to residents who register for an event. */
export const eventLetters = {
  "event-confirm": {
    title: { ru: "Подтверждение записи на мероприятие", en: "Confirming a registration" },
    handOver: "link",
    ru: {
      subject: "Подтвердите запись: {title}",
      body: "Здравствуйте, {name}!\n\nВы записываетесь на мероприятие «{title}», {when}, {where}.\n\nЧтобы запись состоялась, откройте ссылку и нажмите «Подтвердить»:\n\n{link}\n\nСсылка действует двое суток. Если вы не записывались, ничего делать не нужно.",
    },
    en: {
      subject: "Confirm your registration: {title}",
      body: "Hello {name},\n\nYou are registering for “{title}”, {when}, {where}.\n\nTo complete it, open the link and press “Confirm”:\n\n{link}\n\nThe link is valid for two days. If it was not you, there is nothing to do.",
    },
  },
  "event-registered": {
    title: { ru: "Запись на мероприятие", en: "A registration" },
    handOver: null,
    ru: {
      subject: "Вы записаны: {title}",
      body: "Здравствуйте, {name}!\n\nВы записаны на мероприятие «{title}»: {when}, {where}.\n\nНе сможете прийти — откажитесь по ссылке, место достанется другому:\n\n{link}",
    },
    en: {
      subject: "You are registered: {title}",
      body: "Hello {name},\n\nYou are registered for “{title}”: {when}, {where}.\n\nIf you cannot come, withdraw by the link and somebody else gets the place:\n\n{link}",
    },
  },
  "event-waiting": {
    title: { ru: "Лист ожидания мероприятия", en: "Waiting list of an event" },
    handOver: null,
    ru: {
      subject: "Вы в листе ожидания: {title}",
      body: "Здравствуйте, {name}!\n\nНа мероприятие «{title}», {when}, {where}, свободных мест сейчас нет. Вы в листе ожидания: если место освободится, придёт письмо.\n\nОтказаться можно по ссылке:\n\n{link}",
    },
    en: {
      subject: "You are on the waiting list: {title}",
      body: "Hello {name},\n\nThere are no free places at “{title}”, {when}, {where}. You are on the waiting list: if a place becomes free, a letter will tell you.\n\nYou can withdraw by the link:\n\n{link}",
    },
  },
  "event-moved": {
    title: { ru: "Изменилось время или место мероприятия", en: "An event's time or place changed" },
    handOver: null,
    ru: {
      subject: "Изменилось время или место: {title}",
      body: "Здравствуйте, {name}!\n\nМероприятие «{title}», на которое вы записаны, теперь пройдёт так: {when}, {where}.\n\nЕсли так прийти не получится, откажитесь по ссылке:\n\n{link}",
    },
    en: {
      subject: "Another time or place: {title}",
      body: "Hello {name},\n\n“{title}”, for which you are registered, now takes place: {when}, {where}.\n\nIf you cannot come, withdraw by the link:\n\n{link}",
    },
  },
  "event-cancelled": {
    title: { ru: "Мероприятие отменено", en: "An event is cancelled" },
    handOver: null,
    ru: {
      subject: "Отменено: {title}",
      body: "Здравствуйте, {name}!\n\nМероприятие «{title}» ({when}, {where}), на которое вы записаны, отменено. Причина: {reason}.",
    },
    en: {
      subject: "Cancelled: {title}",
      body: "Hello {name},\n\n“{title}” ({when}, {where}), for which you are registered, is cancelled. The reason: {reason}.",
    },
  },
  "event-reminder": {
    title: { ru: "Напоминание о мероприятии", en: "Reminder of an event" },
    handOver: null,
    ru: {
      subject: "Завтра: {title}",
      body: "Здравствуйте, {name}!\n\nНапоминаем: «{title}» — {when}, {where}.\n\nНе сможете прийти — откажитесь по ссылке:\n\n{link}",
    },
    en: {
      subject: "Tomorrow: {title}",
      body: "Hello {name},\n\nA reminder: “{title}” — {when}, {where}.\n\nIf you cannot come, withdraw by the link:\n\n{link}",
    },
  },
} as const satisfies LetterList;
