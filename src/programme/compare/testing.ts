import type { Activity, Figure, FigureRow, Programme, Words } from "../contract.ts";

/** Changes of a programme as the next edition would print them. */
export function changeActivity(programme: Programme, at: number, change: (activity: Activity) => Activity): Programme {
  return { ...programme, activities: programme.activities.map((one, index) => (index === at ? change(one) : one)) };
}

export function rename(words: Words, text: string): Words {
  return { text, place: { ...words.place, text } };
}

export function setFigure(row: FigureRow, key: string, figure: Pick<Figure, "value" | "printed">): FigureRow {
  const place = row.values[key]?.place ?? row.label.place;
  return { ...row, values: { ...row.values, [key]: { ...figure, place } } };
}

/** The activity with one allocation of the given kopecks. */
export function setMoney(activity: Activity, at: { kind: string; key: string }, value: bigint): Activity {
  const sources = activity.sources.map((row) =>
    row.kind === at.kind ? setFigure(row, at.key, { value, printed: `${value / 100n},00` }) : row,
  );
  return { ...activity, sources };
}
