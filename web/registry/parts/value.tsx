import type { Language } from "../../../src/kernel/refusal.ts";
import type { FieldView } from "../../../src/registry/association/views.ts";
import { CHOICE_NAMES, type Field } from "../../../src/registry/record/fields.data.ts";
import { type Amendment, fieldOf } from "../../../src/registry/record/record.ts";
import { formatDate } from "../../ui/dates.ts";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { makeText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";

/** The name of a choice in the page's language. */
export function choiceName(choice: string, language: Language): string {
  return CHOICE_NAMES[choice]?.[language] ?? choice;
}

export function fieldName(key: string, language: Language): string {
  return fieldOf(key)?.[language] ?? key;
}

/** A filled field as a page shows it. */
export function Value({ field: view }: { readonly field: FieldView }) {
  const language = useLanguage();
  const field = fieldOf(view.key);
  if (!field) return null;
  if (field.kind === "acts") return <Amendments amendments={view.value as readonly Amendment[]} />;
  if (field.key === "link" && /^https?:\/\//.test(view.text)) {
    return (
      <a href={view.text} rel="nofollow noopener">
        {view.text}
      </a>
    );
  }
  const text = showText(field, view, language);
  return field.kind === "long" || field.kind === "people" ? <span className="lines">{text}</span> : text;
}

function showText(field: Field, { value, text }: FieldView, language: Language): string {
  const t = makeText(registryWords, language);
  if (field.kind === "date") return formatDate(String(value), language);
  if (field.kind === "flag") return t(value ? "yes" : "no");
  if (field.kind === "choice") return choiceName(String(value), language);
  if (field.kind === "count") return formatCount(Number(value), language);
  if (field.kind === "hidden") {
    return (value as readonly string[]).map((key) => fieldName(key, language)).join(", ");
  }
  return text;
}

function Amendments({ amendments }: { readonly amendments: readonly Amendment[] }) {
  const language = useLanguage();
  return (
    <ul>
      {amendments.map(({ date, number, act }) => (
        <li key={`${date} ${number} ${act}`}>
          {formatDate(date, language)}
          {number && `, № ${number}`}
          {act && `, ${act}`}
        </li>
      ))}
    </ul>
  );
}
