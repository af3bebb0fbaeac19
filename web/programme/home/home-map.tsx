import type { DistrictMap } from "../../../src/registry/boundary/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { drawDistrict } from "../../ui/map/district.ts";
import { MapKey } from "../../ui/map/map-key.tsx";
import { MapPicture } from "../../ui/map/map-picture.tsx";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";

/** Of more, the home page would be heavy with addresses; the page of the map has them. */
const MOST_LINKS = 300;

/** Where the associations are: the district's map, which leads to each of them; nothing where no boundary is known. */
export function HomeMap({ map }: { readonly map: DistrictMap }) {
  const t = useText(programmeWords);
  const href = useHref();
  const isDemonstration = useRootData()?.municipality.demonstration;
  const count = map.associations.length;
  const leads = count <= MOST_LINKS;
  const drawn = drawDistrict(map, {
    ratio: 10 / 7,
    hrefOf: leads ? (number) => href(paths.association(number)) : null,
  });
  if (!drawn || count === 0) return null;
  const sayLength = (metres: number) => t("mapScale", { count: metres / 1000 });
  return (
    <section className="part home-map">
      <h2>{t("mapTitle", { count })}</h2>
      <p className="under">
        {leads && t("mapUnder")} {isDemonstration && t("mapInvented")}
      </p>
      <MapPicture {...drawn} sentence={t("mapSentence", { count })} sayLength={sayLength} />
      <MapKey
        items={[
          { kind: "association", text: t("mapKeyAssociation") },
          { kind: "settlement", text: t("mapKeySettlement") },
        ]}
      />
      <p className="links">
        <a href={href(paths.map)}>{t("mapOpen")}</a>
      </p>
    </section>
  );
}
