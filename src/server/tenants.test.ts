import { expect, test } from "vitest";
import type { Municipality } from "../access/index.ts";
import { findTenant } from "./tenants.ts";

const municipality = (slug: string, host: string | null = null): Municipality => ({
  id: slug,
  slug,
  host,
  kind: "district",
  regionId: null,
  name: slug,
  nameGenitive: slug,
  nameShort: slug,
  timeZone: "Asia/Novosibirsk",
  demonstration: false,
  secondFactorRequired: false,
  revision: 1,
  version: 1,
  logoHash: null,
  oktmo: null,
  postalAddress: "",
  contactEmail: "",
  contactPhone: "",
});
const KNOWN = [municipality("ordynsky"), municipality("iskitim", "tos.iskitim.example"), municipality("iskitim-2")];

test.each([
  ["localhost:3000", "/", "ordynsky", ""],
  ["localhost:3000", "/programmes/x", "ordynsky", ""],
  ["localhost:3000", "/m/iskitim", "iskitim", "/m/iskitim"],
  ["localhost:3000", "/m/iskitim/", "iskitim", "/m/iskitim"],
  ["localhost:3000", "/m/iskitim.data?_routes=root", "iskitim", "/m/iskitim"],
  ["localhost:3000", "/m/iskitim-2/en/programmes?x=1", "iskitim-2", "/m/iskitim-2"],
  ["localhost:3000", "/m/ordynsky/desk", "ordynsky", "/m/ordynsky"],
  ["tos.iskitim.example", "/programmes", "iskitim", ""],
  ["TOS.Iskitim.Example", "/m/ordynsky/programmes", "iskitim", ""],
  ["localhost:3000", "/m/unknown/desk", "ordynsky", ""],
  ["localhost:3000", "/mm/iskitim", "ordynsky", ""],
  ["localhost:3000", "/M/iskitim", "ordynsky", ""],
])("%s%s shows the pages of %s under «%s»", (host, path, slug, base) => {
  const found = findTenant(KNOWN, host, path);
  expect([found?.municipality.slug, found?.base]).toEqual([slug, base]);
});

test("a host of one municipality never shows another's pages", () => {
  const paths = ["/", "/m/ordynsky", "/m/iskitim-2", "/m/ordynsky/en/desk"];
  const slugs = paths.map((path) => findTenant(KNOWN, "tos.iskitim.example", path)?.municipality.slug);
  expect(new Set(slugs)).toEqual(new Set(["iskitim"]));
});

test("an empty installation shows nobody's pages", () => {
  expect(findTenant([], "localhost:3000", "/m/x")).toBeUndefined();
});
