import type { RevisionRule } from "./views.ts";

/**
 * Laws after which municipal acts on associations are looked through. What the product brings comes from secondary sources: each
 * is marked as to be checked until the municipality has held it against the official text, and may be changed by it.
 */
export const REVISION_RULES: readonly RevisionRule[] = [
  {
    key: "33-fz-50",
    law: "Федеральный закон от 20.03.2025 № 33-ФЗ «Об общих принципах организации местного самоуправления в единой системе публичной власти», статья 50",
    adoptedBefore: "2025-03-20",
    dueDate: "2027-01-01",
    holdsFrom: "2025-06-19",
    holdsUntil: null,
    subjects: ["general", "charter-registration", "boundaries", "meetings"],
    // deputat36/tosborisoglebsk.github.io, docs/LEGAL-CONTENT-UPDATE-2026-09-10.md, which names the official publication.
    source:
      "Официальное опубликование: https://publication.pravo.gov.ru/document/0001202503200023. Срок — по вторичному источнику от 11.09.2026, с учётом закона № 85-ФЗ от 09.04.2026; текст статьи 50 не сверялся.",
    checked: false,
    version: 0,
  },
];
