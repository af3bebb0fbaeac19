import { expect, test } from "vitest";
import { keepEdition } from "./edition-link.ts";

const EARLIER = { pathname: "/en/programmes/a-2024/finance", search: "?edition=2" };

test.each([
  [
    "a page of the programme stays in the edition",
    "/programmes/a-2024/finance",
    EARLIER,
    "/programmes/a-2024/finance?edition=2",
  ],
  ["so does the programme itself", "/programmes/a-2024", EARLIER, "/programmes/a-2024?edition=2"],
  [
    "an anchor stays at the end",
    "/programmes/a-2024/finance#local",
    EARLIER,
    "/programmes/a-2024/finance?edition=2#local",
  ],
  ["another programme has editions of its own", "/programmes/a-2027", EARLIER, "/programmes/a-2027"],
  ["the list of editions is of all of them", "/programmes/a-2024/editions/1", EARLIER, "/programmes/a-2024/editions/1"],
  ["a comparison names its editions", "/programmes/a-2024/compare", EARLIER, "/programmes/a-2024/compare"],
  ["the home page is of the edition in force", "/", EARLIER, "/"],
  [
    "an address that has its own query keeps it",
    "/programmes/a-2024?edition=1",
    EARLIER,
    "/programmes/a-2024?edition=1",
  ],
  [
    "what is no number is not handed on",
    "/programmes/a-2024",
    { ...EARLIER, search: "?edition=<b>" },
    "/programmes/a-2024",
  ],
  ["the edition in force needs no number", "/programmes/a-2024", { ...EARLIER, search: "" }, "/programmes/a-2024"],
])("%s", (_name, path, at, kept) => {
  expect(keepEdition(path, at)).toBe(kept);
});
