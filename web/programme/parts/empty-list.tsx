import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import type { ShownEdition } from "../load.ts";
import { programmeWords } from "../words.ts";

/** A document without such lines: what was looked for, and where the check says more. */
export function EmptyList({ text, edition }: { readonly text: string; readonly edition: ShownEdition }) {
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <>
      <p className="lead">{text}</p>
      <p className="links">
        <a href={href(paths.findings(edition.programme.slug))}>{t("allFindings")}</a>
      </p>
    </>
  );
}
