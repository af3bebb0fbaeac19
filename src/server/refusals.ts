import type { RefusalText } from "../kernel/refusal.ts";

/** What the server itself refuses when it starts. */
export const serverRefusals = {
  "no-municipality": {
    status: 409,
    ru: "В базе нет ни одного муниципального образования. Запустите программу с примером: SOSEDSTVO_DEMONSTRATION=true.",
    en: "The database holds no municipality. Start the program with its example: SOSEDSTVO_DEMONSTRATION=true.",
  },
} as const satisfies Record<string, RefusalText>;

export type ServerRefusalCode = keyof typeof serverRefusals;
