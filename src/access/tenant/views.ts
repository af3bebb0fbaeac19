import type { Id } from "../../kernel/id.ts";

export const MUNICIPALITY_KINDS = ["district", "settlement", "region"] as const;
export type MunicipalityKind = (typeof MUNICIPALITY_KINDS)[number];

/** «Муниципальное образование»: the tenant. `revision` grows with every public change and is part of the key of cached pages. */
export interface Municipality {
  readonly id: Id;
  /** Its short name in addresses: `/m/<slug>`. */
  readonly slug: string;
  readonly kind: MunicipalityKind;
  /** The region that hosts it, itself a tenant. */
  readonly regionId: Id | null;
  readonly name: string;
  readonly nameGenitive: string;
  readonly nameShort: string;
  /** IANA name, `Asia/Novosibirsk`. */
  readonly timeZone: string;
  /** «ОКТМО», 8 or 11 digits. */
  readonly oktmo: string | null;
  readonly postalAddress: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  /** The host name under which its pages stand at the root, with a port where it is not the usual one. */
  readonly host: string | null;
  /** A picture among the files. */
  readonly logoHash: string | null;
  readonly demonstration: boolean;
  /** Staff hold their roles only in sessions that passed a second factor. */
  readonly secondFactorRequired: boolean;
  readonly revision: number;
  /** Of its particulars, for saving them. */
  readonly version: number;
}

/** What makes a new tenant; the rest can be added later. */
export type NewMunicipality = Pick<
  Municipality,
  "slug" | "name" | "nameGenitive" | "nameShort" | "timeZone" | "demonstration"
> &
  Partial<Pick<Municipality, "kind" | "regionId" | "host" | "oktmo" | "postalAddress">>;

/** What the administrator may change. */
export const PARTICULARS = [
  "name",
  "nameGenitive",
  "nameShort",
  "timeZone",
  "oktmo",
  "postalAddress",
  "contactEmail",
  "contactPhone",
  "host",
] as const;
export type Particulars = Pick<Municipality, (typeof PARTICULARS)[number]>;

/** «Численность населения» in a year, as it was last recorded. */
export interface Population {
  readonly year: number;
  readonly people: number;
  readonly source: string;
  /** Taken for want of a source; said wherever it is shown. */
  readonly assumed: boolean;
}
