import { Link, useLocation } from "react-router";
import type { Part } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { FindingItem } from "../parts/finding-item.tsx";
import { programmeWords } from "../words.ts";

import { PreviewBlockView } from "./preview-block.tsx";
import type { PreviewData } from "./preview-data.ts";

/** The tabs of the document and the one that is open. */
export function PreviewPart({ preview }: { readonly preview: PreviewData }) {
  const t = useText(programmeWords);
  const { tab, blocks, rest, all, only } = preview;
  const address = useTabAddress();
  return (
    <>
      <nav className="tabs" aria-label={t("parts")}>
        {preview.tabs.map(({ name, count }) => (
          <Link key={name} to={address(name, only)} aria-current={name === tab ? "page" : undefined} preventScrollReset>
            {capitalise(t(`part_${name}`))} <small>{count}</small>
          </Link>
        ))}
      </nav>
      <div className="tab-head">
        <h2>{t(`tab_${tab}`)}</h2>
        <p className="note">
          {only ? t("shownOnly", { shown: blocks.length, all }) : t("shownAll", { count: all })}{" "}
          <Link to={address(tab, !only)} preventScrollReset>
            {only ? t("showAll") : t("showOnly")}
          </Link>
        </p>
      </div>
      {rest.length > 0 && (
        <div className="rest">
          <h3>{t("wholePart")}</h3>
          {rest.map((one) => (
            <FindingItem key={one.number} {...one} level={4} />
          ))}
        </div>
      )}
      {blocks.length === 0 && rest.length === 0 && <p className="under">{t(only ? "nothingFound" : "nothingRead")}</p>}
      {blocks.map((block) => (
        <PreviewBlockView key={block.key} block={block} />
      ))}
    </>
  );
}

function useTabAddress(): (tab: Part, only: boolean) => string {
  const { pathname } = useLocation();
  return (tab, only) => `${pathname}?${new URLSearchParams({ part: tab, ...(only && { show: "findings" }) })}`;
}
