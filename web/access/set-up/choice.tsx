import type { SetUpField } from "../../../src/access/set-up/views.ts";

/** What stood in a field when the form was sent, and what is wrong with it. */
export interface FieldsProps {
  value(field: SetUpField): string;
  error(field: SetUpField): string | undefined;
}

interface ChoiceProps {
  readonly name: SetUpField;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A list to choose from that needs no script. */
export function Choice({ name, label, hint, value, error, options }: ChoiceProps) {
  const said = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="note">
          {hint}
        </p>
      )}
      <select
        id={name}
        name={name}
        className="select"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={said || undefined}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${name}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
