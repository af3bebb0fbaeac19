import type { Place } from "./plane.ts";

/** Where the settlements lie on the drawing board: roughly to each other as in the district, and no survey of it. */
export const CENTRES: Readonly<Record<string, Place>> = {
  "р.п. Ордынское": [59, 50],
  "Верх-Ирмень": [81, 67],
  Вагайцево: [46, 45],
  "Верх-Чик": [38, 79],
  "Верх-Алеус": [25, 7],
  Кирза: [36, 37],
  Козиха: [37, 58],
  "Красный Яр": [62, 76],
  Нижнекаменка: [86, 37],
  Новопичугово: [66, 62],
  Новошарап: [49, 63],
  Петровское: [12, 57],
  Пролетарский: [23, 69],
  Рогалёво: [9, 40],
  Спирино: [50, 15],
  "Усть-Луковка": [20, 27],
  Устюжанино: [37, 10],
  Филиппово: [23, 46],
  Чингис: [66, 25],
};

/** The reservoir's middle line and how wide it is, in kilometres. */
export const RESERVOIR: readonly (readonly [Place, number])[] = [
  [[-6, 1], 1.4],
  [[8, 12], 1.8],
  [[22, 17], 2.6],
  [[36, 24], 3.2],
  [[50, 31], 3.4],
  [[62, 38], 4.2],
  [[76, 47], 4.6],
  [[90, 56], 5.2],
  [[104, 60], 5.6],
];
