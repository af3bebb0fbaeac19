/** One part of a bar. `series` chooses colour and lightness from 1 to 5. */
export interface BarPart {
  readonly series: number;
  readonly value: bigint;
  readonly text: string;
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly BarPart[];
  readonly total: bigint;
  readonly totalText: string;
}

/** The longest bar leaves room for its total to the right of it. */
const LONGEST_PERCENT = 76;
/** A phone's bar in px; a label that does not fit there is left to the table. */
const NARROWEST = 264;
const LETTER = 9;
const INDENT = 10;

/** Bars of one scale, each an SVG laid out in per cent: the same markup is right at every width, and no text is shrunk. */
export function StackedBars({ sentence, bars }: { readonly sentence: string; readonly bars: readonly Bar[] }) {
  const longest = bars.reduce((most, bar) => (bar.total > most ? bar.total : most), 1n);
  return (
    <div className="bars" role="img" aria-label={sentence}>
      {bars.map((bar) => (
        <div key={bar.label} className="bar">
          <span>{bar.label}</span>
          <BarPicture bar={bar} longest={longest} />
        </div>
      ))}
    </div>
  );
}

function BarPicture({ bar, longest }: { readonly bar: Bar; readonly longest: bigint }) {
  const percent = (value: bigint) => (Number((value * 100_000n) / longest) / 100_000) * LONGEST_PERCENT;
  const starts = bar.parts.map((_, index) => bar.parts.slice(0, index).reduce((sum, part) => sum + part.value, 0n));
  return (
    <svg height="50" aria-hidden="true">
      {bar.parts.map((part, index) => {
        const start = percent(starts[index] ?? 0n);
        const width = percent(part.value);
        const fits = (width / 100) * NARROWEST > part.text.length * LETTER + 2 * INDENT;
        return (
          <g key={part.series}>
            <rect
              className={`s${part.series}`}
              x={share(start)}
              y="5"
              width={share(width)}
              height="40"
              transform={index > 0 ? "translate(2)" : undefined}
            />
            {fits && (
              <text className={`on${part.series}`} x={share(start)} dx={INDENT} y="25" dy=".35em">
                {part.text}
              </text>
            )}
          </g>
        );
      })}
      <text x={share(percent(bar.total))} dx={INDENT} y="25" dy=".35em">
        {bar.totalText}
      </text>
    </svg>
  );
}

function share(percent: number): string {
  return `${Math.round(percent * 100) / 100}%`;
}

export interface LegendItem {
  readonly series: number;
  readonly text: string;
}

export function Legend({ items, unit }: { readonly items: readonly LegendItem[]; readonly unit: string }) {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.series}>
          <svg width="14" height="14" aria-hidden="true">
            <rect className={`s${item.series}`} width="14" height="14" />
          </svg>
          {item.text}
        </li>
      ))}
      <li className="soft">{unit}</li>
    </ul>
  );
}
