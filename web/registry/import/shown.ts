import type { ImportAnswers, ImportPreview } from "../../../src/registry/exchange/views.ts";

/** The preview with what the person said until now. */
export interface ShownPreview extends ImportPreview {
  readonly answers: ImportAnswers;
}
