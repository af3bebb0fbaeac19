import type { Warning } from "../../../src/registry/warning/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { type Text, useText } from "../../ui/text.ts";
import type { ru } from "../ru.ts";
import { registryWords } from "../words.ts";

/** The sentence of a warning. */
function useSentence(): (warning: Warning) => string {
  const t: Text<typeof ru> = useText(registryWords);
  const language = useLanguage();
  return ({ code, values }) => {
    const { date } = values;
    return t(`warning_${code}`, { ...values, ...(typeof date === "string" && { date: formatDate(date, language) }) });
  };
}

interface Props {
  readonly warnings: readonly Warning[];
  /** The association whose sections the warnings lead to. */
  readonly id: string;
}

/** What is wrong, missing or soon to be done, each leading to the section where it is mended. */
export function WarningList({ warnings, id }: Props) {
  const say = useSentence();
  const href = useHref();
  return (
    <ul className="warnings">
      {warnings.map((warning) => (
        <li key={say(warning)}>
          <Mark kind={warning.severity} />{" "}
          {warning.section ? (
            <a href={href(paths.associationSection(id, warning.section))}>{say(warning)}</a>
          ) : (
            say(warning)
          )}
        </li>
      ))}
    </ul>
  );
}

/** The gravest of an association in one line, and how many more there are. */
export function FirstWarning({ warnings }: { readonly warnings: readonly Warning[] }) {
  const say = useSentence();
  const order = ["error", "warning", "note"];
  const [first, ...others] = warnings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (!first) return null;
  return (
    <>
      <Mark kind={first.severity} /> {say(first)}
      {others.length > 0 && <span className="note nowrap"> +{others.length}</span>}
    </>
  );
}
