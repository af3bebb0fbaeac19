import { isId } from "../../kernel/id.ts";
import type { AssociationName, Settlement } from "../contract.ts";
import type { BoundarySubject, MatchedBy } from "./views.ts";

/** What an object of a file may be the boundary of. */
export interface Candidates {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly settlements: readonly Pick<Settlement, "id" | "name">[];
  readonly associations: readonly Pick<AssociationName, "id" | "number" | "name">[];
}

export type Matched = BoundarySubject & { readonly name: string; readonly by: MatchedBy };
type Properties = Readonly<Record<string, unknown>>;

/** Names under which map programs keep these things, in lower case. */
const ID_KEYS = ["id", "ид"];
const NUMBER_KEYS = ["number", "номер", "№", "num", "nomer"];
const NAME_KEYS = ["name", "название", "наименование", "title", "тос", "name:ru"];
const KIND_KEYS = ["kind", "вид"];

/**
 * Finds whose boundary an object is: by id, by the number of the register, by name. Names are compared without quotes, «ТОС» and
 * letters' dots; a name that two bear finds none.
 */
export function matchFeature(properties: Properties, candidates: Candidates): Matched | null {
  const [id, number, name] = [ID_KEYS, NUMBER_KEYS, NAME_KEYS].map((keys) => readText(properties, keys));
  return (
    (id && isId(id) && findById(id, candidates)) ||
    (number && /^\d+$/.test(number) && findByNumber(Number(number), candidates)) ||
    (name && findByName(name, readText(properties, KIND_KEYS), candidates)) ||
    null
  );
}

/** What to call an object of a file. */
export function labelOf(properties: Properties, place: number): string {
  const [name, number] = [NAME_KEYS, NUMBER_KEYS].map((keys) => readText(properties, keys));
  return name || (number ? `№ ${number}` : `№ ${place}`);
}

function readText(properties: Properties, keys: readonly string[]): string {
  for (const [key, value] of Object.entries(properties)) {
    if (!keys.includes(key.trim().toLowerCase())) continue;
    if (typeof value === "string" || typeof value === "number") return String(value).trim().slice(0, 300);
  }
  return "";
}

function findById(id: string, candidates: Candidates): Matched | null {
  return listAll(candidates).find((one) => one.id === id) ?? null;
}

function findByNumber(number: number, { associations }: Candidates): Matched | null {
  const found = associations.find((one) => one.number === number);
  return found ? { kind: "association", id: found.id, name: found.name, by: "number" } : null;
}

function findByName(name: string, kind: string, candidates: Candidates): Matched | null {
  const wanted = foldName(name);
  const found = listAll(candidates).filter(
    (one) => foldName(one.name) === wanted && (kind === "" || kind === one.kind || !KINDS.has(kind)),
  );
  const [only, ...others] = found;
  return only && others.length === 0 ? { ...only, by: "name" } : null;
}

const KINDS: ReadonlySet<string> = new Set(["district", "settlement", "association"]);

function listAll({ municipalityId, municipality, settlements, associations }: Candidates): readonly Matched[] {
  return [
    { kind: "district", id: municipalityId, name: municipality, by: "id" },
    ...settlements.map(({ id, name }): Matched => ({ kind: "settlement", id, name, by: "id" })),
    ...associations.map(({ id, name }): Matched => ({ kind: "association", id, name, by: "id" })),
  ];
}

/** «ТОС "Берёзовая  роща"» and «Березовая роща (пример)» are one name. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\(пример\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^ ?(тос|территориальное общественное самоуправление) /, "")
    .trim();
}
