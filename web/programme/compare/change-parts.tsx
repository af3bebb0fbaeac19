import { PARTS } from "../../../src/programme/contract.ts";
import type { Change } from "../../../src/programme/views-comparison.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";
import { ChangeTable } from "./change-table.tsx";

/** Changes of what is no edition yet, part by part; their lines have no pages of their own. */
export function ChangeParts({ changes, slug }: { readonly changes: readonly Change[]; readonly slug: string }) {
  const t = useText(programmeWords);
  return PARTS.map((part) => ({ part, own: changes.filter((change) => change.part === part) }))
    .filter(({ own }) => own.length > 0)
    .map(({ part, own }) => {
      const name = capitalise(t(`part_${part}`));
      return (
        <section key={part} className="part">
          <h2>{name}</h2>
          <ChangeTable name={name} slug={slug} changes={own} linked={false} />
        </section>
      );
    });
}
