import type { DistrictMap } from "../../../src/registry/boundary/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { drawDistrict } from "../../ui/map/district.ts";
import { MapKey } from "../../ui/map/map-key.tsx";
import { MapPicture } from "../../ui/map/map-picture.tsx";
import { useText } from "../../ui/text.ts";
import { mapWords } from "./words.ts";

interface Props {
  readonly map: Pick<DistrictMap, "district" | "settlements" | "associations" | "water">;
  readonly focus?: { readonly kind: "association" | "settlement"; readonly id: string };
}

/** The map of the district, or of one settlement or association and what lies around it; nothing where no boundary is known. */
export function DistrictPicture({ map, focus }: Props) {
  const t = useText(mapWords);
  const href = useHref();
  const hrefOf = (number: number) => href(paths.association(number));
  const drawn = drawDistrict(map, {
    ratio: focus?.kind === "association" ? 1 : 10 / 7,
    hrefOf,
    ...(focus && { focus }),
  });
  if (!drawn) return null;
  const sayLength = (metres: number) =>
    metres >= 1000 ? t("kilometres", { count: metres / 1000 }) : t("metres", { count: metres });
  return (
    <>
      <MapPicture {...drawn} sentence={t("sentence", { count: map.associations.length })} sayLength={sayLength} />
      <MapKey
        items={[
          { kind: "association", text: t("keyAssociation") },
          ...(focus ? [{ kind: "own" as const, text: t("keyOwn") }] : []),
          { kind: "settlement", text: t("keySettlement") },
          ...(map.water.length > 0 ? [{ kind: "water" as const, text: t("keyWater") }] : []),
        ]}
      />
    </>
  );
}
