import { describeDetail, describeReason, writeDifference } from "../../../src/programme/messages-comparison.ts";
import type { Change } from "../../../src/programme/views-comparison.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { programmeWords } from "../words.ts";

interface Props {
  readonly name: string;
  readonly slug: string;
  readonly changes: readonly Change[];
  /** Whether the pages of lines show the later edition: they show the last one. */
  readonly linked: boolean;
}

/** Each change with what was and what became. */
export function ChangeTable({ name, slug, changes, linked }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const column = (key: string, head: string, number = false) => ({ key, head, label: head, number });
  const row = (change: Change, at: number): Row => ({
    key: String(at),
    cells: {
      object: <ChangeObject change={change} slug={slug} linked={linked} />,
      was: <Side change={change} text={change.was} />,
      became: <Side change={change} text={change.became} />,
      difference: writeDifference(change) || null,
      reason: capitalise(describeReason(change, language)) || null,
    },
  });
  const figures = changes.every((change) => change.difference !== null);
  return (
    <FigureTable
      name={name}
      columns={[
        { key: "object", head: t("compareObject") },
        column("was", t("compareWas"), figures),
        column("became", t("compareBecame"), figures),
        column("difference", t("compareDifference"), true),
        ...(changes.some((change) => describeReason(change, language) !== "")
          ? [column("reason", t("compareReason"))]
          : []),
      ]}
      rows={changes.map(row)}
    />
  );
}

function Side({ change, text }: { readonly change: Change; readonly text: string | null }) {
  const t = useText(programmeWords);
  if (text === null) return <span className="soft">{t("compareAbsent")}</span>;
  return change.difference === null ? <Words>{text}</Words> : <span className="nowrap">{text}</span>;
}

/** What the change is about, with the way to its line where a page shows it. */
function ChangeObject({ change, slug, linked }: Pick<Props, "slug" | "linked"> & { readonly change: Change }) {
  const language = useLanguage();
  const href = useHref();
  const detail = [
    describeDetail(change, language),
    change.unit && change.difference !== null ? oneLine(change.unit) : null,
  ];
  const { line } = change;
  const said = capitalise(detail.filter(Boolean).join(", "));
  if (!line) return said;
  const address = linked ? pathOf(change, slug) : null;
  const name = (
    <Words>
      {oneLine([line.kind === "rollup" ? null : line.number, line.name].filter(Boolean).join(". ")).replace(
        /[,:;]$/,
        "",
      )}
    </Words>
  );
  return (
    <>
      {address ? <a href={href(address)}>{name}</a> : name}
      {said && <span className="note place">{said}</span>}
    </>
  );
}

function pathOf({ line }: Change, slug: string): string | null {
  if (line?.became == null) return null;
  if (line.kind === "activity") return paths.activity(slug, line.became + 1);
  return line.kind === "indicator" && line.number ? paths.indicator(slug, line.number) : null;
}
