/** A value by the end of each step, and the line that it should reach. */
interface Props {
  readonly sentence: string;
  /** How many steps the whole has; those that have not come are left empty. */
  readonly steps: number;
  readonly values: readonly bigint[];
  readonly limit: bigint;
  /** Under the steps, as many as there are. */
  readonly labels: readonly string[];
}

const HEIGHT = 100;
/** The limit stands below the top, so that what exceeds it is still seen. */
const LIMIT_AT = 0.9;

/** How something grew through a year: a line of steps under the line of its limit. Drawn without text, which would be stretched. */
export function StepLine({ sentence, steps, values, limit, labels }: Props) {
  const highest = values.reduce((most, value) => (value > most ? value : most), limit);
  const scale = highest > limit ? 1 : LIMIT_AT;
  const y = (value: bigint) =>
    highest === 0n ? HEIGHT : HEIGHT - (Number((value * 10_000n) / highest) / 10_000) * HEIGHT * scale;
  const path = values
    .map((value, at) => `${at === 0 ? "M" : "L"}${at} ${round(y(value))}L${at + 1} ${round(y(value))}`)
    .join("");
  return (
    <div className="step-line" role="img" aria-label={sentence}>
      <svg viewBox={`0 0 ${steps} ${HEIGHT}`} preserveAspectRatio="none" height="160" aria-hidden="true">
        {path !== "" && <path className="area" d={`${path}L${values.length} ${HEIGHT}L0 ${HEIGHT}Z`} />}
        {path !== "" && <path className="line" d={path} />}
        {limit > 0n && <path className="limit" d={`M0 ${round(y(limit))}L${steps} ${round(y(limit))}`} />}
      </svg>
      <ol aria-hidden="true">
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ol>
    </div>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
