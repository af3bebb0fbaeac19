import type { DistrictMap } from "../../../src/registry/boundary/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { DistrictPicture } from "./district-picture.tsx";
import { mapWords } from "./words.ts";

interface Props {
  readonly map: Omit<DistrictMap, "rows">;
  readonly association: { readonly id: string; readonly settlementId: string };
  /** For those who keep it: the way to the boundary itself. */
  readonly inside?: boolean;
}

/** An association on a map of its own size, with what lies around it. */
export function SmallMap({ map, association: { id, settlementId }, inside = false }: Props) {
  const t = useText(mapWords);
  const href = useHref();
  return (
    <section className="small-map">
      <h2>{t("own")}</h2>
      <DistrictPicture map={map} focus={{ kind: "association", id }} />
      <p className="links">
        {inside ? (
          <a href={href(paths.boundary({ kind: "association", id }))}>{t("ownBoundary")}</a>
        ) : (
          <a href={href(paths.settlementMap(settlementId))}>{t("ownMap")}</a>
        )}
      </p>
    </section>
  );
}
