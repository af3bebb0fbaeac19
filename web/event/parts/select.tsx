interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** A plain choice of a page without scripts. */
export function Select({ name, label, value, choices }: Props) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value}>
        {choices.map(([own, text]) => (
          <option key={own} value={own}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
