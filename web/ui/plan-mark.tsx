/** The largest plan stands here on the track; what is more than the plan still has room. */
const LARGEST_PERCENT = 84;

/** «План»: an empty track with the mark of the plan. All tracks of a list share the scale, so the marks make one line or a stair. */
export function PlanMark({ value, largest }: { readonly value: bigint; readonly largest: bigint }) {
  const percent = largest > 0n ? (Number((value * 10_000n) / largest) / 10_000) * LARGEST_PERCENT : 0;
  return (
    <svg className="plan" height="22" aria-hidden="true">
      <rect className="track" y="8" width="100%" height="7" />
      <rect className="tick" x={`${percent.toFixed(1)}%`} y="3" width="3" height="17" />
    </svg>
  );
}
