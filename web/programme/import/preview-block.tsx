import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { FindingItem } from "../parts/finding-item.tsx";
import { programmeWords } from "../words.ts";
import { Marks } from "./marks.tsx";
import type { PreviewBlock, PreviewText } from "./model.ts";
import { PreviewRows } from "./preview-rows.tsx";

/** A block as printed, its findings beside it. */
export function PreviewBlockView({ block }: { readonly block: PreviewBlock }) {
  return (
    <section className="block">
      <div className="block-text">
        {block.title && (
          <h3>
            <Words>{block.title}</Words> <Marks marks={block.titleMarks} />
          </h3>
        )}
        {block.rows.length > 0 && <PreviewRows block={block} />}
        {block.texts.map((text) => (
          <PreviewTextView key={`${text.label}-${text.row}-${text.text.slice(0, 80)}`} text={text} />
        ))}
      </div>
      <div className="block-findings">
        {block.findings.map((one) => (
          <FindingItem key={one.number} {...one} level={4} />
        ))}
      </div>
    </section>
  );
}

function PreviewTextView({ text }: { readonly text: PreviewText }) {
  const t = useText(programmeWords);
  const place = [
    text.table === null ? null : t("table", { number: text.table }),
    text.row === null ? null : t("row", { number: text.row }),
    text.column === null ? null : t("column", { number: text.column }),
  ].filter((step) => step !== null);
  return (
    <div className="block-words">
      {(text.label || place.length > 0) && (
        <p className="note">
          {[text.label, place.join(", ")].filter(Boolean).join(": ")} <Marks marks={text.marks} />
        </p>
      )}
      <p className="printed">
        <Words>{text.text.replace(/\n\s*\n+/g, "\n")}</Words>
        {!text.label && place.length === 0 && <Marks marks={text.marks} />}
      </p>
    </div>
  );
}
