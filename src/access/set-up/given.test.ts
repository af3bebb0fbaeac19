import { describe, expect, test } from "vitest";
import { readSetUp } from "./given.ts";
import { TIME_ZONES } from "./views.ts";

const FORM = {
  name: " Искитимский район ",
  nameGenitive: "Искитимского района",
  nameShort: "Искитим",
  kind: "district",
  slug: "Iskitimsky",
  timeZone: "Asia/Novosibirsk",
  year: "2026",
  people: "57 400",
  source: "Росстат",
  personName: "Орлова Вера Петровна",
  email: " Orlova@Example.org ",
  password: "correct horse",
};

describe("the form of the set-up", () => {
  test("is read with spaces left out and addresses in small letters", () => {
    expect(readSetUp(FORM)).toMatchObject({
      ...{ name: "Искитимский район", slug: "iskitimsky", email: "orlova@example.org" },
      population: { year: 2026, people: 57_400, source: "Росстат", assumed: false },
    });
  });

  test("needs no population", () => {
    expect(readSetUp({ ...FORM, year: " ", people: "", source: "" })).toMatchObject({ population: null });
  });

  test.each([
    [{ name: " " }, "name"],
    [{ slug: "Ордынский" }, "slug"],
    [{ slug: "-a" }, "slug"],
    [{ timeZone: "Novosibirsk" }, "timeZone"],
    [{ timeZone: "" }, "timeZone"],
    [{ kind: "country" }, "kind"],
    [{ people: "" }, "people"],
    [{ people: "много" }, "people"],
    [{ year: "1812" }, "year"],
    [{ source: "" }, "source"],
    [{ personName: "" }, "personName"],
    [{ email: "nobody" }, "email"],
    [{ password: "123456789" }, "password"],
    [{ password: "x".repeat(129) }, "password"],
    [{ slug: "x".repeat(61) }, "slug"],
    [{ name: "x".repeat(201) }, "name"],
    [{ name: undefined, email: undefined }, "name, email"],
  ])("names what is wrong in %j", (change, fields) => {
    expect(readSetUp({ ...FORM, ...change })).toEqual({ fields: fields.split(", ") });
  });

  test.each([null, "form", 7, []])("is nothing in %j", (given) => {
    expect(readSetUp(given)).toHaveProperty("fields");
  });

  test("offers no time zone that this computer does not know", () => {
    for (const [timeZone] of TIME_ZONES) expect(readSetUp({ ...FORM, timeZone })).toMatchObject({ timeZone });
  });

  test("says of each time zone its difference to Moscow as it is", () => {
    const offset = (timeZone: string) => {
      const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
        0x19b_0000_0000,
      );
      const [, sign = "+", hours = "0"] =
        /GMT([+-])(\d+)/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "") ?? [];
      return Number(`${sign}${hours}`);
    };
    expect(TIME_ZONES.map(([name]) => [name, offset(name) - offset("Europe/Moscow")])).toEqual(
      TIME_ZONES.map(([name, , hours]) => [name, hours]),
    );
  });
});
