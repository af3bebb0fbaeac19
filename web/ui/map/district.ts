import { boxAround, type Frame, fitFrame, growBox, type MapBox, type MapShape } from "./frame.ts";
import type { Labelled } from "./labels.ts";
import type { PictureShape } from "./map-picture.tsx";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly outline: MapShape;
}

/** What a map of a district is drawn from. */
export interface DistrictContent {
  readonly district: Named | null;
  readonly settlements: readonly Named[];
  readonly associations: readonly (Named & { readonly number: number; readonly settlementId: string })[];
  readonly water: readonly { readonly name: string; readonly shape: MapShape }[];
}

interface Wanted {
  readonly ratio: number;
  /** Only this association or settlement and what lies around it. */
  readonly focus?: { readonly kind: "association" | "settlement"; readonly id: string };
  /** Null where shapes lead nowhere: of a region their addresses would weigh more than their lines. */
  readonly hrefOf: ((number: number) => string) | null;
}

/** Everything that a picture needs but its words; null where there is nothing to draw. */
export function drawDistrict(content: DistrictContent, { ratio, focus, hrefOf }: Wanted) {
  const box = findBox(content, focus);
  if (!box) return null;
  const frame = fitFrame(box, ratio);
  const isNear = ({ outline }: { readonly outline: MapShape }) =>
    meets(boxAround([outline]), growBox(box, focus ? 0.6 : 0));
  const settlements = content.settlements.filter(isNear);
  const associations = content.associations.filter(isNear);
  const isOwn = (id: string, settlementId: string) =>
    focus !== undefined && (focus.kind === "association" ? focus.id === id : focus.id === settlementId);
  const shapes: readonly PictureShape[] = [
    ...(content.district ? [{ key: "district", kind: "district" as const, shape: content.district.outline }] : []),
    ...content.water.map(({ name, shape }) => ({ key: name, kind: "water" as const, shape })),
    ...settlements.map(({ id, outline }) => ({ key: id, kind: "settlement" as const, shape: outline })),
    ...associations.map(({ id, number, name, settlementId, outline }) => ({
      key: id,
      kind: isOwn(id, settlementId) ? ("own" as const) : ("association" as const),
      shape: outline,
      ...(hrefOf && { title: name, href: hrefOf(number) }),
    })),
  ];
  const labels = focus ? nameShapes(associations, { frame, focus }) : nameSettlements(settlements, associations, frame);
  return { frame, shapes, labels, waterNames: focus ? [] : content.water };
}

function findBox({ district, settlements, associations }: DistrictContent, focus: Wanted["focus"]): MapBox | null {
  if (!focus)
    return boxAround([district, ...settlements, ...associations].flatMap((one) => (one ? [one.outline] : [])));
  const own =
    focus.kind === "association"
      ? associations.filter(({ id }) => id === focus.id)
      : [
          ...settlements.filter(({ id }) => id === focus.id),
          ...associations.filter(({ settlementId }) => settlementId === focus.id),
        ];
  const box = boxAround(own.map(({ outline }) => outline));
  return box && growBox(box, focus.kind === "association" ? 0.35 : 0.04);
}

function meets(a: MapBox | null, b: MapBox): boolean {
  return a !== null && a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** A settlement's name stands beside its associations, or in its middle where it has none. */
function nameSettlements(
  settlements: readonly Named[],
  associations: DistrictContent["associations"],
  frame: Frame,
): readonly Labelled[] {
  return settlements.map(({ id, name, outline }) => {
    const own = associations.filter(({ settlementId }) => settlementId === id);
    const around = own.length > 0 ? own.map((one) => one.outline) : [];
    const box = place(around.length > 0 ? boxAround(around) : null, frame) ?? centre(outline, frame);
    return { text: name, ...box, rank: own.length };
  });
}

function nameShapes(
  associations: DistrictContent["associations"],
  { frame, focus }: { readonly frame: Frame; readonly focus: NonNullable<Wanted["focus"]> },
): readonly Labelled[] {
  return associations.map(({ id, name, outline }) => {
    const box = centre(outline, frame);
    return { text: shortName(name), ...box, rank: id === focus.id ? 1_000_000 : box.size };
  });
}

/** «ТОС «Родник» (пример)» is «Родник» on a map of associations. */
export function shortName(name: string): string {
  return /«(.+)»/.exec(name)?.[1] ?? name;
}

function place(box: MapBox | null, frame: Frame) {
  if (!box) return null;
  const [left, top] = frame.place([box.west, box.north]);
  const [right, bottom] = frame.place([box.east, box.south]);
  return { left, top, right, bottom };
}

/** The middle of a shape as a box without a size. */
function centre(outline: MapShape, frame: Frame) {
  const { left, top, right, bottom } = place(boxAround([outline]), frame) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { left: x, right: x, top: y, bottom: y, size: right - left };
}
