import { expect, test } from "vitest";
import { findTotpStep, makeTotpSecret, makeTotpUri, stepOf, totpAt } from "./actions-totp.ts";

/** «12345678901234567890» of RFC 6238, appendix B, in base32. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is the standard's: %s", (second, code) => {
  expect(totpAt(SECRET, stepOf(new Date(second * 1000)))).toBe(code);
});

test.each([
  [-60, false],
  [-30, true],
  [0, true],
  [30, true],
  [60, false],
])("a clock that is %i seconds off: %s", (seconds, taken) => {
  const at = new Date(1_234_567_890_000);
  const code = totpAt(SECRET, stepOf(at));
  expect(findTotpStep(SECRET, code, new Date(at.getTime() + seconds * 1000)) !== null).toBe(taken);
});

test.each(["", "0", "005924 ", "0059245", "abcdef"])("«%s» is no code", (code) => {
  expect(findTotpStep(SECRET, code, new Date(1_234_567_890_000))).toBeNull();
});

test("a secret is 160 bits in base32, and each is another", () => {
  const secrets = Array.from({ length: 20 }, makeTotpSecret);
  expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
  expect(new Set(secrets).size).toBe(20);
});

test("names in the app's address cannot add parameters to it", () => {
  const uri = makeTotpUri({ secret: SECRET, issuer: "Район & Ко?secret=X", account: "a:b@example.org" });
  expect(new URL(uri).searchParams.getAll("secret")).toEqual([SECRET]);
});
