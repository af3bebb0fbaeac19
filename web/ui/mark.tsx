import type { ReactNode } from "react";
import type { Severity } from "../../src/kernel/finding.ts";

export type MarkKind = Severity | "done" | "none";

const SHAPES: Readonly<Record<MarkKind, ReactNode>> = {
  error: (
    <>
      <path fill="currentColor" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" />
      <path className="cut" d="m5 5 6 6m0-6-6 6" />
    </>
  ),
  warning: (
    <>
      <path fill="currentColor" d="M8 0.5 16 15.5H0z" />
      <path className="cut" d="M8 6v4.5m0 1.5v1.5" />
    </>
  ),
  note: (
    <path fill="none" stroke="currentColor" strokeWidth="1.6" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1m0 6v4.5M8 4v1.8" />
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path className="cut" d="m4 8 3 3 5-6" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.5 2" />,
};

const COLOURS: Readonly<Record<MarkKind, string>> = {
  error: "error",
  warning: "warning",
  note: "noted",
  done: "done",
  none: "none",
};

/** A state is a shape and a word: octagon, triangle, circle with i, tick, dashed circle. */
export function Mark({ kind, children }: { readonly kind: MarkKind; readonly children?: ReactNode }) {
  return (
    <span className={`mark ${COLOURS[kind]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      {children}
    </span>
  );
}
