import { useEffect, useRef, useState } from "react";
import { type EditorGround, LEAST_SQUARE_METRES, type MapTiles } from "../../../../src/registry/boundary/views.ts";
import { toGeometry } from "../../../../src/registry/geometry/geojson.ts";
import type { Shape } from "../../../../src/registry/geometry/shape.ts";
import { useLanguage } from "../../../ui/language.ts";
import { formatHectares } from "../../../ui/map/hectares.ts";
import { useText } from "../../../ui/text.ts";
import { mapWords } from "../words.ts";
import type { Drawing } from "./draw.ts";
import type { Measure } from "./measure.ts";

interface Props {
  readonly shape: Shape | null;
  readonly ground: EditorGround;
  readonly tiles: MapTiles | null;
  /** Gets the line as GeoJSON after every change. */
  readonly onDrawn: (geojson: string) => void;
}

type Measuring = typeof import("./measure.ts").measure;
type State = "loading" | "ready" | "failed";

/** The map on which a boundary is drawn. Without scripts it is not there, and the form below takes a file. */
export function Editor(props: Props) {
  const t = useText(mapWords);
  const element = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(null);
  const [state, setState] = useState<State>("loading");
  const [found, setFound] = useState<Measure | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const opening = start(element.current, latest.current, (measure, shape) => {
      latest.current.onDrawn(shape ? JSON.stringify(toGeometry(shape)) : "");
      setFound(shape && measure(shape, latest.current.ground, LEAST_SQUARE_METRES));
    });
    opening.then(
      (opened) => {
        drawing.current = opened?.drawing ?? null;
        setState("ready");
      },
      () => setState("failed"),
    );
    return () => void opening.then((opened) => opened?.close());
  }, []);
  const press = (name: "draw" | "edit" | "undo" | "redo" | "clear") => (
    <button type="button" className="link" onClick={() => drawing.current?.[name]()} disabled={state !== "ready"}>
      {t(`editor_${name}`)}
    </button>
  );
  return (
    <div className="map-editor">
      <div className="map-tools" role="toolbar" aria-label={t("editorTools")}>
        {press("draw")}
        {press("edit")}
        {press("undo")}
        {press("redo")}
        {press("clear")}
      </div>
      <div className="map-canvas" ref={element} role="application" aria-label={t("editorTitle")} data-state={state} />
      <p className="note">{t(state === "failed" ? "editorFailed" : "editorHint")}</p>
      <Told found={found} />
    </div>
  );
}

/** Opens map and drawing, which are loaded here and on no other page. */
async function start(
  element: HTMLDivElement | null,
  { shape, ground, tiles }: Props,
  onShape: (measure: Measuring, shape: Shape | null) => void,
) {
  if (!element) return null;
  const [maps, drawings, { measure }] = await Promise.all([
    import("./open-map.ts"),
    import("./draw.ts"),
    import("./measure.ts"),
  ]);
  const map = await maps.openMap(element, ground, tiles);
  const neighbours = [...ground.neighbours.map((one) => one.shape), ...(ground.settlement ? [ground.settlement] : [])];
  const drawing = drawings.openDrawing(map, { shape, neighbours }, () => onShape(measure, drawing.read()));
  if (shape) onShape(measure, shape);
  const close = () => {
    drawing.stop();
    map.remove();
  };
  return { drawing, close };
}

/** Area, common parts and what lies beyond the settlement, while one draws. */
function Told({ found }: { readonly found: Measure | null }) {
  const t = useText(mapWords);
  const language = useLanguage();
  const hectares = (squareMetres: number) => formatHectares(squareMetres, language);
  return (
    <div aria-live="polite" className="map-told">
      {!found && <p>{t("toldNothing")}</p>}
      {found && found.crossings > 0 && <p className="error">{t("toldCrossing")}</p>}
      {found && found.crossings === 0 && <p>{t("toldArea", { hectares: hectares(found.squareMetres) })}</p>}
      {found?.overlaps.map(({ name, squareMetres }) => (
        <p key={name} className="warning">
          {t("warnOverlap", { name, hectares: hectares(squareMetres) })}
        </p>
      ))}
      {found && found.outside > 0 && (
        <p className="warning">{t("toldOutside", { hectares: hectares(found.outside) })}</p>
      )}
    </div>
  );
}
