import { type Refused, readEntryInput, readText } from "../parts/act.ts";
import { fieldOf } from "../parts/sum-fields.tsx";

/** What the form of a request sends. */
export function readRequest(form: FormData) {
  const { key, date, basis, sums, confirmed } = readEntryInput(form);
  return {
    ...{ key, date, basis, sums, confirmed },
    commitmentId: readText(form, "commitmentId"),
    activityId: readText(form, "activityId"),
    year: readText(form, "year"),
    basisKind: readText(form, "basisKind"),
    payee: readText(form, "payee"),
    purpose: readText(form, "purpose"),
    payBy: readText(form, "payBy"),
  };
}

/** The field of a request's form of which a refusal speaks. */
export function fieldOfRequest(refused: Refused): string {
  if (/^request-purpose/.test(refused.code)) return "purpose";
  if (/^request-pay-by/.test(refused.code)) return "payBy";
  if (/^request-reason/.test(refused.code)) return "reason";
  if (/^request-over/.test(refused.code)) return "sums";
  return fieldOf(refused);
}
