import type { RefusalText } from "../../kernel/refusal.ts";

/** Why an amending act cannot be drafted. */
export const AMEND_REFUSALS = {
  "nothing-to-amend": {
    status: 422,
    ru: "Редакции не различаются: вносить изменения не во что. Сначала измените черновик редакции.",
    en: "The editions do not differ: there is nothing to amend. Change the draft edition first.",
  },
} as const satisfies Record<string, RefusalText>;

export type AmendRefusalCode = keyof typeof AMEND_REFUSALS;
