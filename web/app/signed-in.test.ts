import { describe, expect, it } from "vitest";
import { chooseNext } from "./signed-in.ts";

describe("the page after signing in", () => {
  it.each([
    ["/import/1?part=annex2", "/import/1?part=annex2"],
    ["//elsewhere.example", "/desk"],
    ["/\\elsewhere.example", "/desk"],
    ["https://elsewhere.example", "/desk"],
    ["/\t/elsewhere.example", "/desk"],
    ["/\n/elsewhere.example", "/desk"],
    ["/import\\elsewhere", "/import/elsewhere"],
    ["javascript:alert(1)", "/desk"],
    ["/\t\\elsewhere.example", "/desk"],
    ["/.//elsewhere.example", "/desk"],
    ["/a/..//elsewhere.example", "/desk"],
    ["javascript:alert(1)", "/desk"],
    ["/desk#part", "/desk#part"],
    ["/@elsewhere.example", "/@elsewhere.example"],
    ["", "/desk"],
    [null, "/desk"],
  ])("for %j is %s", (asked, next) => {
    expect(chooseNext(asked, "/desk")).toBe(next);
  });
});
