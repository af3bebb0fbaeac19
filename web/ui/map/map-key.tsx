import type { PictureShape } from "./map-picture.tsx";

export interface KeyItem {
  readonly kind: PictureShape["kind"];
  readonly text: string;
}

/** What the colours and lines of a map mean. */
export function MapKey({ items }: { readonly items: readonly KeyItem[] }) {
  return (
    <ul className="legend map-key">
      {items.map(({ kind, text }) => (
        <li key={kind}>
          <svg width="18" height="14" aria-hidden="true">
            <path className={kind[0]} d="M1 4l5-3h8l3 5-3 6H5z" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
