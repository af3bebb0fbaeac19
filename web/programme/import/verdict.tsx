import { useLocation } from "react-router";
import type { Severity } from "../../../src/kernel/finding.ts";
import type { Part } from "../../../src/programme/contract.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { importWords } from "./words.ts";

/** How many of each kind, with what the kind means; nothing wrong is shown in grey. */
export function Counts({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const t = useText(importWords);
  const kinds = [
    { kind: "error", words: t("errors", { count: counts.error }), hint: t("errorsHint") },
    { kind: "warning", words: t("warnings", { count: counts.warning }), hint: t("warningsHint") },
    { kind: "note", words: t("notes", { count: counts.note }), hint: t("notesHint") },
  ] as const;
  return (
    <ul className="counts">
      {kinds.map(({ kind, words, hint }) => (
        <li key={kind} className={counts[kind] === 0 ? "quiet" : undefined}>
          <Mark kind={kind}>
            <strong>{counts[kind]}</strong> {words}
          </Mark>
          <p>{hint}</p>
        </li>
      ))}
    </ul>
  );
}

/** The parts of the document as links, each with the number of its findings. */
export function Tabs({
  parts,
  current,
}: {
  readonly parts: readonly { name: Part; count: number }[];
  readonly current: Part;
}) {
  const t = useText(importWords);
  const { pathname } = useLocation();
  return (
    <nav className="tabs" aria-label={t("parts")}>
      {parts.map(({ name, count }) => (
        <a key={name} href={`${pathname}?part=${name}`} aria-current={name === current ? "page" : undefined}>
          {t(name)} <small>{count}</small>
        </a>
      ))}
    </nav>
  );
}
