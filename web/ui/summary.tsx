import type { ReactNode } from "react";

export interface SummaryItem {
  readonly key: string;
  readonly figure: ReactNode;
  readonly words: ReactNode;
}

/** The few figures of a page, each a link to what it is made of. */
export function Summary({ items }: { readonly items: readonly SummaryItem[] }) {
  return (
    <dl className="summary">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.words}</dt>
          <dd>{item.figure}</dd>
        </div>
      ))}
    </dl>
  );
}
