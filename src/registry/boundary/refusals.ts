import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal about boundaries and maps, with its status and sentences. Those that end in a question go once it is agreed to. */
export const boundaryRefusals = {
  "boundary-file-large": {
    status: 413,
    ru: "Файл больше {megabytes} МБ. Границам столько не нужно: уберите лишние слои или разделите файл.",
    en: "The file is larger than {megabytes} MB. Boundaries need less: leave out other layers or divide the file.",
  },
  "boundary-file-missing": {
    status: 422,
    ru: "Выберите файл GeoJSON, вставьте его текст или нарисуйте границу.",
    en: "Choose a GeoJSON file, paste its text or draw the boundary.",
  },
  "boundary-not-json": {
    status: 422,
    ru: "Это не GeoJSON: текст обрывается или написан не по правилам JSON. Сохраните файл в программе карт заново, формат GeoJSON.",
    en: "This is no GeoJSON: the text breaks off or breaks the rules of JSON. Save it again from the map program as GeoJSON.",
  },
  "boundary-not-geojson": {
    status: 422,
    ru: "Это JSON, но не GeoJSON: нет ни FeatureCollection, ни Feature, ни геометрии. Сохраните файл как GeoJSON.",
    en: "This is JSON but no GeoJSON: there is no FeatureCollection, Feature or geometry. Save it as GeoJSON.",
  },
  "boundary-no-polygon": {
    status: 422,
    ru: "В файле нет ни одного многоугольника: граница — это Polygon или MultiPolygon, а не точки и не линии.",
    en: "The file has no polygon: a boundary is a Polygon or MultiPolygon, neither points nor lines.",
  },
  "boundary-coordinates": {
    status: 422,
    ru: "Объект {place}: координаты записаны не по правилам GeoJSON, нужны пары чисел. Сохраните файл заново.",
    en: "Object {place}: its coordinates break the rules of GeoJSON, which wants pairs of numbers. Save the file again.",
  },
  "boundary-many": {
    status: 422,
    ru: "Объектов в файле: {count}, а граница одна. Весь файл принимает страница «Границы из файла».",
    en: "The file has objects: {count}, but this is one boundary. The page “Boundaries from a file” takes them all.",
  },
  "boundary-foreign": {
    status: 422,
    ru: "Координаты не в градусах: похоже на местную систему, например МСК-54. Без её параметров пересчёт невозможен. Попросите исполнителя выгрузить файл в WGS 84 (EPSG:4326).",
    en: "The coordinates are no degrees: it looks like a local system such as МСК-54, which cannot be converted without its parameters. Ask for the file in WGS 84 (EPSG:4326).",
  },
  "boundary-swapped": {
    status: 422,
    ru: "Широта и долгота, похоже, переставлены: так граница лежит далеко от района, а наоборот — в нём. Поменять их местами?",
    en: "Latitude and longitude seem to be swapped: as given, the boundary is far from the district, the other way round in it. Swap them?",
  },
  "boundary-mercator": {
    status: 422,
    ru: "Координаты в метрах проекции Web Mercator (EPSG:3857). Пересчитать их в градусы WGS 84?",
    en: "The coordinates are metres of Web Mercator (EPSG:3857). Convert them to degrees of WGS 84?",
  },
  "boundary-far": {
    status: 422,
    ru: "Граница лежит далеко от района. Если так и нужно, подтвердите это.",
    en: "The boundary is far from the district. Confirm it if that is right.",
  },
  "boundary-crossing": {
    status: 422,
    ru: "Линия пересекает сама себя, мест: {count} ({places}). Исправьте её или примите предложенное исправление, оно показано ниже.",
    en: "The line crosses itself, places: {count} ({places}). Correct it or accept the proposed repair that is shown below.",
  },
  "boundary-empty": {
    status: 422,
    ru: "Линия ничего не окружает: нужно хотя бы три разные точки не на одной прямой.",
    en: "The line encloses nothing: it needs at least three different points that are not on one straight line.",
  },
  "boundary-detailed": {
    status: 422,
    ru: "В границе слишком много точек, больше 50 000. Упростите линию в программе карт.",
    en: "The boundary has too many points, over 50,000. Simplify the line in the map program.",
  },
  "boundary-wide": {
    status: 422,
    ru: "Граница шире девяти градусов или выходит за пределы земного шара: проверьте координаты.",
    en: "The boundary is wider than nine degrees or leaves the globe: check the coordinates.",
  },
  "boundary-act": {
    status: 422,
    ru: "Укажите вид акта, установившего границу; номер не длиннее 100 знаков, дата вида ДД.ММ.ГГГГ.",
    en: "Give the kind of act that set the boundary; its number in at most 100 characters, and a date.",
  },
  "boundary-since": {
    status: 422,
    ru: "Укажите день, с которого граница действует.",
    en: "Give the day from which the boundary holds.",
  },
  "boundary-stale": {
    status: 409,
    ru: "Пока вы правили границу, её сохранил кто-то другой. Ваша линия не потеряна: сравните её с новой и сохраните ещё раз.",
    en: "Somebody else saved this boundary while you were editing it. Your line is not lost: compare it with the new one and save again.",
  },
  "boundary-subject-unknown": {
    status: 404,
    ru: "Такого ТОС или поселения нет.",
    en: "There is no such association or settlement.",
  },
  "boundary-unknown": { status: 404, ru: "Такой записи о границе нет.", en: "There is no such record of a boundary." },
  "boundary-cancelled": {
    status: 409,
    ru: "Эта запись о границе уже отменена.",
    en: "This record of a boundary is already cancelled.",
  },
  "boundary-basis": {
    status: 422,
    ru: "Напишите, почему запись отменяется, не длиннее 500 знаков.",
    en: "Say why the record is cancelled, in at most 500 characters.",
  },
  "boundary-upload-unknown": {
    status: 404,
    ru: "Такой файл границ не загружали.",
    en: "No such file of boundaries was uploaded.",
  },
  "boundary-none-chosen": {
    status: 422,
    ru: "Отметьте хотя бы одну границу, которую можно внести.",
    en: "Choose at least one boundary that can be recorded.",
  },
  "map-tiles": {
    status: 422,
    ru: "Адрес подложки: https://…/{z}/{x}/{y}.png своего сервера или файл .pmtiles (https://… либо /maps/имя.pmtiles).",
    en: "The address of tiles: https://…/{z}/{x}/{y}.png of one's own server, or a .pmtiles file (https://… or /maps/name.pmtiles).",
  },
  "map-stale": {
    status: 409,
    ru: "Настройки карты изменил кто-то другой. Посмотрите, что он сохранил, и повторите.",
    en: "Somebody else changed the map's settings. Look at what they saved and try again.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type BoundaryRefusalCode = keyof typeof boundaryRefusals;

export function refuseBoundary(
  code: BoundaryRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refusal<BoundaryRefusalCode>(code, values);
}
