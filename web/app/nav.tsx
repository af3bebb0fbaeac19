import type { FocusEvent, KeyboardEvent } from "react";
import { useText } from "../ui/text.ts";
import { appWords } from "./words.ts";

export interface NavItem {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
  /** The heading under which it is folded away with others; what has none stands by itself. */
  readonly group?: string;
}

interface NavGroup {
  readonly name: string;
  readonly items: readonly NavItem[];
}

/** Items of one group together, where the first of them stands; an item alone is its own group. */
export function groupNav(items: readonly NavItem[]): readonly NavGroup[] {
  const groups = Map.groupBy(items, ({ group, href }) => group ?? href);
  return [...groups.values()].map((own) => ({ name: own[0]?.group ?? own[0]?.text ?? "", items: own }));
}

/** The pages beside this one in a row: those that belong together are folded under one word, which opens without a script. */
export function FoldedNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useText(appWords);
  return (
    <nav aria-label={t("pages")}>
      {groupNav(items).map(({ name, items: own }) =>
        own.length === 1 ? (
          own.map((item) => <NavLink key={item.href} item={item} />)
        ) : (
          <Fold key={name} {...{ name, own }} />
        ),
      )}
    </nav>
  );
}

function NavLink({ item }: { readonly item: NavItem }) {
  return (
    <a href={item.href} aria-current={item.current ? "page" : undefined}>
      {item.text}
    </a>
  );
}

/** Of one name, so that opening another closes it. */
function Fold({ name, own }: { readonly name: string; readonly own: readonly NavItem[] }) {
  return (
    <details name="pages" onKeyDown={closeOnEscape} onBlur={closeOnLeaving}>
      <summary aria-current={own.some(({ current }) => current) ? "true" : undefined}>{name}</summary>
      <ul>
        {own.map((item) => (
          <li key={item.href}>
            <NavLink item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== "Escape") return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

function closeOnLeaving({ relatedTarget, currentTarget }: FocusEvent<HTMLDetailsElement>): void {
  // The press of a mouse on the fold itself moves the focus nowhere.
  if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}
