import { findingMessage, findingTitle } from "../../../src/programme/messages.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { tie } from "../../ui/typography.ts";
import type { NumberedFinding } from "../view/places.ts";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";

interface Props extends NumberedFinding {
  /** The heading's order on its page. */
  readonly level?: 3 | 4;
  /** Whether an anchor for links from the cell is wanted. */
  readonly anchor?: boolean;
}

/** «Замечание»: what kind of slip, what is wrong, where, and what was expected. */
export function FindingItem({ number, finding, level = 3, anchor = true }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <article className={`finding is-${finding.severity}`} id={anchor ? `finding-${number}` : undefined}>
      <p className="finding-head">
        <Mark kind={finding.severity}>{t(`${finding.severity}Number`, { number })}</Mark>
        <span className="soft">{finding.code}</span>
      </p>
      <Heading>{tie(findingTitle(finding, language), language)}</Heading>
      <p>{tie(findingMessage(finding, language), language)}</p>
      <p className="note">{placeWords(finding.where, t)}</p>
    </article>
  );
}
