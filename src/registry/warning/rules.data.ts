import type { QuorumRule } from "./views.ts";

/**
 * Quorum of a founding meeting or conference as federal law had it (131-ФЗ, art. 27 p. 6; 33-ФЗ, art. 50). The days from which the
 * wordings hold are to be checked on the official text: a rule that the municipality enters for a form counts instead from its own day.
 */
export const QUORUM_RULES: readonly QuorumRule[] = [
  {
    form: "meeting",
    validFrom: "2003-10-08",
    numerator: 1,
    denominator: 2,
    law: "ч. 6 ст. 27 Федерального закона № 131-ФЗ в первоначальной редакции",
    isOwn: false,
  },
  {
    form: "meeting",
    validFrom: "2012-06-29",
    numerator: 1,
    denominator: 3,
    law: "ч. 6 ст. 27 Федерального закона № 131-ФЗ",
    isOwn: false,
  },
  {
    form: "meeting",
    validFrom: "2025-06-19",
    numerator: 1,
    denominator: 3,
    law: "ст. 50 Федерального закона № 33-ФЗ",
    isOwn: false,
  },
  {
    form: "conference",
    validFrom: "2003-10-08",
    numerator: 2,
    denominator: 3,
    law: "ч. 6 ст. 27 Федерального закона № 131-ФЗ",
    isOwn: false,
  },
  {
    form: "conference",
    validFrom: "2025-06-19",
    numerator: 2,
    denominator: 3,
    law: "ст. 50 Федерального закона № 33-ФЗ",
    isOwn: false,
  },
];

/** From this day a charter stands under 33-ФЗ of 20 March 2025, art. 50; one registered or last amended earlier is to be revised. */
export const LAW_33_FROM = "2025-06-19";

/** So many days before its end a term is said to run out. */
export const SOON_DAYS = 90;
