import { chooseScaleBar, type Frame, type MapPosition, type MapShape, STEPS } from "./frame.ts";
import { type Labelled, placeLabels } from "./labels.ts";
import { drawPath } from "./path.ts";

/** A line or an area of the picture; `kind` is its class and says how it looks. */
export interface PictureShape {
  readonly key: string;
  readonly kind: "district" | "settlement" | "water" | "association" | "own" | "fault";
  readonly shape: MapShape;
  /** What one reads on resting on it, and where pressing it leads. */
  readonly title?: string;
  readonly href?: string;
}

export interface MapPictureProps {
  /** Says what the picture shows, to those who do not see it. */
  readonly sentence: string;
  readonly frame: Frame;
  /** From the ground up. */
  readonly shapes: readonly PictureShape[];
  readonly labels?: readonly Labelled[];
  /** Names along a water, turned as it lies. */
  readonly waterNames?: readonly { readonly name: string; readonly shape: MapShape }[];
  /** «10 км», from metres. */
  readonly sayLength: (metres: number) => string;
}

const LETTER = { letter: 7.4, line: 18 };

/**
 * A map as SVG, without a script: shapes grow with the page, names keep their size and stand by per cent. Its links can be pressed
 * but not walked through with the keyboard: the list beside it has the same ones.
 */
export function MapPicture({ sentence, frame, shapes, labels = [], waterNames = [], sayLength }: MapPictureProps) {
  const ratio = STEPS / frame.height;
  const bar = chooseScaleBar(frame);
  return (
    <figure className={ratio > 1.2 ? "map" : "map square"} aria-label={sentence}>
      <svg aria-hidden="true">
        <svg viewBox={`0 0 ${STEPS} ${frame.height}`} preserveAspectRatio="none" aria-hidden="true">
          {shapes.map((shape) => (
            <Area key={shape.key} shape={shape} frame={frame} />
          ))}
        </svg>
        {waterNames.map((water) => (
          <WaterName key={water.name} water={water} frame={frame} />
        ))}
        {placeLabels(labels, { ratio, ...LETTER }).map(({ text, x, y, isWideOnly }) => (
          <text key={text} x={`${x}%`} y={`${y}%`} className={isWideOnly ? "w" : undefined}>
            {text}
          </text>
        ))}
      </svg>
      <svg className="scale" aria-hidden="true">
        <rect width={`${Math.round(bar.part * 1000) / 10}%`} height="3" y="18" />
        <text x="0" y="10">
          {sayLength(bar.metres)}
        </text>
      </svg>
    </figure>
  );
}

function Area({ shape: { kind, shape, title, href }, frame }: { readonly shape: PictureShape; readonly frame: Frame }) {
  const path = (
    <path className={kind[0]} d={drawPath(shape, frame)}>
      {title && <title>{title}</title>}
    </path>
  );
  if (!href) return path;
  return (
    <a href={href} tabIndex={-1}>
      {path}
    </a>
  );
}

/** A name in the middle of a water, along it. */
function WaterName({
  water: { name, shape },
  frame,
}: {
  readonly water: { readonly name: string; readonly shape: MapShape };
  readonly frame: Frame;
}) {
  const points = shape.flatMap(([outer = []]) =>
    outer.slice(0, -1).map((position: MapPosition) => frame.place(position)),
  );
  const { x, y, angle, length } = layAlong(points);
  // Twice its own length at 720 px: else it would reach over both shores of a bend.
  if (length < name.length * LETTER.letter * 2 * (STEPS / 720)) return null;
  return (
    <svg
      x={`${percent(x, STEPS)}%`}
      y={`${percent(y, frame.height)}%`}
      overflow="visible"
      className="w"
      aria-hidden="true"
    >
      <text className="wn" transform={`rotate(${Math.round(angle)})`}>
        {name}
      </text>
    </svg>
  );
}

/** The middle of points, the direction in which they spread most, in degrees, and how far. */
function layAlong(points: readonly (readonly [number, number])[]) {
  const count = points.length || 1;
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / count) as [
    number,
    number,
  ];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [px, py] of points) {
    xx += (px - x) ** 2;
    yy += (py - y) ** 2;
    xy += (px - x) * (py - y);
  }
  const angle = (Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI);
  return { x, y, angle, length: 2 * Math.sqrt((3 * Math.max(xx, yy)) / count) };
}

function percent(value: number, whole: number): number {
  return Math.round((value / whole) * 1000) / 10;
}
