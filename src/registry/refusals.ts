import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal of the register, with its status and sentences. */
export const registryRefusals = {
  "settlement-name": {
    status: 422,
    ru: "Назовите поселение, не длиннее {limit} знаков.",
    en: "Name the settlement, in at most {limit} characters.",
  },
  "settlement-known": {
    status: 409,
    ru: "Поселение «{name}» уже есть.",
    en: "There is already a settlement “{name}”.",
  },
  "settlement-oktmo": {
    status: 422,
    ru: "Код ОКТМО состоит из 8 или 11 цифр.",
    en: "An OKTMO code has 8 or 11 digits.",
  },
  "settlement-unknown": { status: 404, ru: "Такого поселения нет.", en: "There is no such settlement." },
  "association-name": {
    status: 422,
    ru: "Назовите ТОС, не длиннее {limit} знаков.",
    en: "Name the association, in at most {limit} characters.",
  },
  "association-unknown": { status: 404, ru: "Такого ТОС в реестре нет.", en: "The register has no such association." },
  "official-name": {
    status: 422,
    ru: "Укажите имя и должность или округ.",
    en: "Give the name and the office or constituency.",
  },
  "official-term": {
    status: 422,
    ru: "Срок полномочий кончается раньше, чем начинается, или дата написана неверно.",
    en: "The term ends before it begins, or a date is wrong.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type RegistryRefusalCode = keyof typeof registryRefusals;

export function refuseRegistry(
  code: RegistryRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refusal<RegistryRefusalCode>(code, values);
}
