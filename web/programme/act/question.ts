import { AMENDED_PARTS, TECHNIQUES } from "../../../src/programme/draft/replacement.ts";
import type { ActQuestion, ActRequisites } from "../../../src/programme/index.ts";
import type { ActSides } from "../../../src/programme/views-act.ts";

/** The fields of the form, as the address of the page carries them. */
export const FIELDS = [
  "number",
  "date",
  "place",
  "issuer",
  "amendedNumber",
  "amendedDate",
  "ground",
  "publication",
  "control",
  "office",
  "signer",
] as const;
export type Field = (typeof FIELDS)[number];

/** Longer texts would not fit into an address. */
export const LONGEST: Readonly<Record<Field, number>> = {
  number: 30,
  date: 10,
  place: 100,
  issuer: 200,
  amendedNumber: 30,
  amendedDate: 10,
  ground: 400,
  publication: 250,
  control: 250,
  office: 150,
  signer: 80,
};

/** What the address asks for; null where it names no two sides. */
export function readQuestion(slug: string, asked: URLSearchParams): ActQuestion | null {
  const sides = readSides(asked);
  if (!sides) return null;
  const techniques = Object.fromEntries(
    AMENDED_PARTS.flatMap((part) => {
      const technique = TECHNIQUES.find((one) => one === asked.get(part));
      return technique ? [[part, technique]] : [];
    }),
  );
  return { slug, sides, requisites: asked.has("number") ? readRequisites(asked) : null, techniques };
}

function readSides(asked: URLSearchParams): ActSides | null {
  if (asked.get("became") === "draft") return { was: null, became: "draft" };
  const [was, became] = [asked.get("was") ?? "", asked.get("became") ?? ""];
  const isNumber = (text: string) => /^\d{1,6}$/.test(text);
  return isNumber(was) && isNumber(became) ? { was: Number(was), became: Number(became) } : null;
}

function readRequisites(asked: URLSearchParams): ActRequisites {
  const read = (field: Field) => asked.get(field)?.replace(/\s+/g, " ").trim().slice(0, LONGEST[field]) || null;
  const readDate = (field: Field) => (/^\d{4}-\d{2}-\d{2}$/.test(read(field) ?? "") ? read(field) : null);
  const [office, name] = [read("office"), read("signer")];
  return {
    number: read("number"),
    date: readDate("date"),
    place: read("place"),
    issuer: read("issuer"),
    amended: { number: read("amendedNumber"), date: readDate("amendedDate") },
    ground: read("ground"),
    publication: read("publication"),
    control: read("control"),
    signer: office || name ? { office: office ?? "", name } : null,
  };
}

/** The fields as the form shows them. */
export function writeFields(requisites: ActRequisites): Readonly<Record<Field, string>> {
  const { amended, signer } = requisites;
  return {
    number: requisites.number ?? "",
    date: requisites.date ?? "",
    place: requisites.place ?? "",
    issuer: requisites.issuer ?? "",
    amendedNumber: amended.number ?? "",
    amendedDate: amended.date ?? "",
    ground: requisites.ground ?? "",
    publication: requisites.publication ?? "",
    control: requisites.control ?? "",
    office: signer?.office ?? "",
    signer: signer?.name ?? "",
  };
}
