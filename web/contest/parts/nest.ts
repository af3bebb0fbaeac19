/** Fields by their dotted names: `criteria.0.name` stands in `criteria`, in `0`, under `name`. */
export interface Tree {
  readonly [name: string]: string | Tree;
}

type Growing = { [name: string]: string | Growing };

/** A form's fields as a tree. Of a name that comes twice the last one stands. */
export function nest(form: FormData): Tree {
  const root = empty();
  for (const [path, value] of form) {
    if (typeof value !== "string") continue;
    const names = path.split(".");
    const last = names.pop() ?? "";
    const node = names.reduce<Growing>((at, name) => {
      const next = at[name];
      if (typeof next === "object") return next;
      const made = empty();
      at[name] = made;
      return made;
    }, root);
    node[last] = value;
  }
  return root;
}

/** Without a prototype: a field may be called anything. */
const empty = (): Growing => Object.create(null);

export function textOf(node: Tree, name: string): string {
  const value = node[name];
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
}

/** The rows of a list in the order of their numbers, whichever of them are there. */
export function treesOf(node: Tree, name: string): readonly Tree[] {
  const list = node[name];
  if (typeof list !== "object") return [];
  return Object.entries(list)
    .flatMap(([at, value]) => (/^\d{1,3}$/.test(at) && typeof value === "object" ? [{ at: Number(at), value }] : []))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** A figure as people write it: `0,5`, `10 000`. */
export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, "").replaceAll(",", ".");

/** The first key of this stem that is not known, known from then on. */
export function freshKey(stem: string, known: Set<string>): string {
  let at = 1;
  while (known.has(`${stem}-${at}`)) at += 1;
  known.add(`${stem}-${at}`);
  return `${stem}-${at}`;
}
