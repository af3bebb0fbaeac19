import type { Programme } from "../../contract.ts";
import type { ActPlace, Proposal } from "../act.ts";
import { applySpans } from "../spans.ts";
import { type Atom, makeWords } from "./atoms.ts";

/** An atom with the sentence it comes from. */
export interface PlacedAtom {
  readonly atom: Atom;
  readonly place: ActPlace;
}

/** Orders about one text become one proposal; where they take the same words twice, that is said. */
export function foldAtoms(
  programme: Programme,
  placed: readonly PlacedAtom[],
): { readonly proposals: readonly Proposal[]; readonly overlaps: readonly ActPlace[] } {
  const groups = new Map<string, PlacedAtom[]>();
  const rebuilt = new Set(placed.flatMap(({ atom }) => ("section" in atom ? [atom.section] : [])));
  placed.forEach((one, index) => {
    const key = keyOf(one.atom, rebuilt) ?? String(index);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  });
  const folded = [...groups.values()].map((group) => ({ group, proposal: foldGroup(programme, group) }));
  return {
    proposals: folded.flatMap(({ proposal }) => proposal ?? []),
    overlaps: folded.flatMap(({ proposal, group }) => (proposal ? [] : (group[0]?.place ?? []))),
  };
}

/** A section whose paragraphs come or go is put together anew with all that is said of it. */
function keyOf(atom: Atom, rebuilt: ReadonlySet<number>): string | null {
  if (atom.do === "put-paragraph" || atom.do === "strike-paragraph") return `section ${atom.section}`;
  if (atom.do !== "words") return null;
  const { of, at, paragraph } = atom.address;
  if (of === "passport-row") return `passport ${at}`;
  return rebuilt.has(at) ? `section ${at}` : `section ${at} ${paragraph}`;
}

function foldGroup(programme: Programme, group: readonly PlacedAtom[]): Proposal | null {
  const [first] = group;
  if (!first) return null;
  const confidence = group.every(({ atom }) => !("confidence" in atom) || atom.confidence === "sure")
    ? "sure"
    : "likely";
  const quoted = [...new Set(group.map(({ place }) => place.text))].join(" ");
  const common = { place: first.place, quoted, confidence } as const;
  const { atom } = first;
  if (atom.do === "edits") return { ...common, edits: atom.edits, replacement: null };
  if (atom.do === "replacement") return { ...common, edits: [], replacement: atom.replacement };
  const atoms = group.map((one) => one.atom);
  if (atoms.some((one) => one.do !== "words")) return foldSection(programme, atoms, common);
  return foldWords(programme, atoms, common);
}

type Common = Pick<Proposal, "place" | "quoted" | "confidence">;

function foldWords(programme: Programme, atoms: readonly Atom[], common: Common): Proposal | null {
  const words = atoms.flatMap((atom) => (atom.do === "words" ? [atom] : []));
  const address = words[0]?.address;
  if (!address) return null;
  const row = address.of === "passport-row";
  const was = row
    ? programme.passport.rows[address.at]?.text.text
    : programme.sections[address.at]?.paragraphs[address.paragraph ?? 0]?.text;
  const text = applySpans(
    was ?? "",
    words.flatMap(({ spans }) => spans),
  );
  if (was === undefined || text === null) return null;
  const target = row
    ? ({ of: "passport", row: address.at } as const)
    : ({ of: "section", section: address.at, paragraph: address.paragraph ?? 0 } as const);
  return { ...common, edits: [{ do: "set", address: target, was, text }], replacement: null };
}

function foldSection(programme: Programme, atoms: readonly Atom[], common: Common): Proposal | null {
  const at = atoms.flatMap((atom) => ("section" in atom ? [atom.section] : []))[0] ?? 0;
  const section = programme.sections[at];
  if (!section) return null;
  const put = (index: number) =>
    atoms.flatMap((atom) =>
      atom.do === "put-paragraph" && atom.at === index ? [makeWords(atom.text, "sections")] : [],
    );
  const struck = new Set(atoms.flatMap((atom) => (atom.do === "strike-paragraph" ? [atom.at] : [])));
  let torn = false;
  const paragraphs = section.paragraphs.flatMap((paragraph, index) => {
    const spans = atoms.flatMap((atom) => (atom.do === "words" && atom.address.paragraph === index ? atom.spans : []));
    const text = applySpans(paragraph.text, spans);
    if (text === null) torn = true;
    return [...put(index), ...(struck.has(index) ? [] : [{ ...paragraph, text: text ?? "" }])];
  });
  if (torn) return null;
  const content = { ...section, paragraphs: [...paragraphs, ...put(section.paragraphs.length)] };
  return { ...common, edits: [], replacement: { do: "section", at, insert: false, content } };
}
