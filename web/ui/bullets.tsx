import type { Millionths } from "../../src/kernel/decimal.ts";

/** A fact against its plan. */
export interface Bullet {
  readonly label: string;
  readonly plan: Millionths | null;
  readonly fact: Millionths | null;
  readonly text: string;
}

/** The longest of both leaves room for its figure. */
const LONGEST_PERCENT = 76;

/** Bars of facts with a tick where the plan stands, of one scale; laid out in per cent, so that text is never shrunk. */
export function Bullets({ sentence, bullets }: { readonly sentence: string; readonly bullets: readonly Bullet[] }) {
  const longest = bullets.reduce((most, { plan, fact }) => largest([most, plan ?? 0n, fact ?? 0n]), 1n);
  const percent = (value: Millionths) => `${(Number((value * 100_000n) / longest) / 100_000) * LONGEST_PERCENT}%`;
  return (
    <div className="bars" role="img" aria-label={sentence}>
      {bullets.map(({ label, plan, fact, text }) => (
        <div key={label} className="bar">
          <span>{label}</span>
          <svg height="34" aria-hidden="true">
            {plan !== null && <rect className="track" x="0" y="6" width={percent(plan)} height="22" />}
            {fact !== null && <rect className="s1" x="0" y="10" width={percent(fact)} height="14" />}
            {plan !== null && <rect className="tick" x={percent(plan)} y="3" width="3" height="28" />}
            <text x={percent(largest([plan ?? 0n, fact ?? 0n]))} dx="12" y="17" dy=".35em">
              {text}
            </text>
          </svg>
        </div>
      ))}
    </div>
  );
}

const largest = (values: readonly bigint[]) => values.reduce((most, value) => (value > most ? value : most), 0n);
