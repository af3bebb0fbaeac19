import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "config-"));
afterAll(() => rmSync(folder, { recursive: true }));

function configFile(text: string): string {
  const path = join(folder, "config.json");
  writeFileSync(path, text);
  return path;
}

describe("the configuration", () => {
  test("works with nothing set", () => {
    expect(readConfig({})).toEqual({
      backupFolder: null,
      backupsKept: 14,
      watchPort: null,
      watchHost: "127.0.0.1",
      slowMilliseconds: 1_000,
      clamd: null,
      clamdAway: "refuse",
      port: 3000,
      host: "127.0.0.1",
      dataFolder: resolve("data"),
      databaseUrl: null,
      publicUrl: null,
      empty: false,
      demonstration: true,
      smtpUrl: null,
      mailFrom: null,
      smtpCertificates: null,
      demonstrationMail: [],
      identityProviders: [],
    });
  });

  test.each([
    [{}, "data-own"],
    [{ SOSEDSTVO_DATA: "/srv/tos" }, "/srv/tos-own"],
    [{ SOSEDSTVO_DATA: "/srv/tos-own/" }, "/srv/tos-own"],
    [{ SOSEDSTVO_DATA: "/srv/tos", DATABASE_URL: "postgresql://host/own" }, "/srv/tos"],
  ])("with --empty and %j steps aside into %s and wants no example", (environment, folder) => {
    expect(readConfig(environment, { empty: true })).toMatchObject({
      dataFolder: resolve(folder),
      demonstration: false,
    });
  });

  test("takes the receivers of a demonstration with commas between, in small letters", () => {
    const { demonstrationMail } = readConfig({ SOSEDSTVO_DEMONSTRATION_MAIL: "Anna@Example.org, @tos.example" });
    expect(demonstrationMail).toEqual(["anna@example.org", "@tos.example"]);
    expect(() => readConfig({ SOSEDSTVO_DEMONSTRATION_MAIL: "example.org" })).toThrow(
      expect.objectContaining({ code: "config-invalid" }),
    );
  });

  test("takes providers of sign-in from the environment as JSON", () => {
    const provider = { id: "district", label: "Вход", issuer: "https://id.example", clientId: "a", clientSecret: "b" };
    expect(readConfig({ SOSEDSTVO_IDENTITY_PROVIDERS: JSON.stringify([provider]) }).identityProviders).toEqual([
      { ...provider, clientAuthentication: "basic", scope: "openid email profile" },
    ]);
  });

  test.each([
    ["no JSON", "district"],
    ["an issuer without TLS on another machine", [{ issuer: "http://id.example" }]],
    ["a secret and a key", [{ clientKeyFile: "/key.pem" }]],
    ["neither a secret nor a key", [{ clientSecret: undefined }]],
    ["an id that is no part of an address", [{ id: "a/b" }]],
    ["two of one id", [{}, {}]],
  ])("refuses providers with %s", (_what, given) => {
    const right = { id: "district", label: "Вход", issuer: "https://id.example", clientId: "a", clientSecret: "b" };
    const value = Array.isArray(given) ? JSON.stringify(given.map((change) => ({ ...right, ...change }))) : given;
    expect(() => readConfig({ SOSEDSTVO_IDENTITY_PROVIDERS: value })).toThrow(
      expect.objectContaining({ values: { problems: expect.stringContaining("SOSEDSTVO_IDENTITY_PROVIDERS") } }),
    );
  });

  test("takes the command line before the environment, and that before the file", () => {
    const SOSEDSTVO_CONFIG = configFile('{"port": 1, "host": "0.0.0.0", "demonstration": false}');
    const config = readConfig({ SOSEDSTVO_CONFIG, SOSEDSTVO_PORT: "2" }, { port: 3, host: undefined });
    expect(config).toMatchObject({ port: 3, host: "0.0.0.0", demonstration: false });
    expect(readConfig({ SOSEDSTVO_CONFIG, SOSEDSTVO_PORT: "2" }).port).toBe(2);
  });

  test("counts an empty variable as not set", () => {
    expect(readConfig({ DATABASE_URL: "", SOSEDSTVO_PORT: "" })).toMatchObject({ databaseUrl: null, port: 3000 });
  });

  test("takes clamd's address apart, and refuses what is none", () => {
    const read = (SOSEDSTVO_CLAMD: string) => readConfig({ SOSEDSTVO_CLAMD }).clamd;
    expect(read("127.0.0.1:3310")).toEqual({ host: "127.0.0.1", port: 3310 });
    expect(read("[::1]:3310")).toEqual({ host: "::1", port: 3310 });
    for (const wrong of ["clamd", "clamd:0", "clamd:70000", "tcp://a b:1"])
      expect(() => read(wrong)).toThrow(expect.objectContaining({ code: "config-invalid" }));
  });

  test("drops the slash at the end of the public address", () => {
    expect(readConfig({ SOSEDSTVO_URL: "https://tos.example/" }).publicUrl).toBe("https://tos.example");
  });

  test.each([
    [{ SOSEDSTVO_PORT: "70000" }, "SOSEDSTVO_PORT"],
    [{ SOSEDSTVO_PORT: "many" }, "SOSEDSTVO_PORT"],
    [{ DATABASE_URL: "mysql://host/base" }, "DATABASE_URL"],
    [{ SOSEDSTVO_URL: "tos.example" }, "SOSEDSTVO_URL"],
    [{ SOSEDSTVO_DEMONSTRATION: "perhaps" }, "SOSEDSTVO_DEMONSTRATION"],
    [{ SOSEDSTVO_SMTP_URL: "https://mail.example", SOSEDSTVO_MAIL_FROM: "a@example.org" }, "SOSEDSTVO_SMTP_URL"],
    [{ SOSEDSTVO_SMTP_URL: "smtp://mail.example", SOSEDSTVO_MAIL_FROM: "nobody" }, "SOSEDSTVO_MAIL_FROM"],
    [{ SOSEDSTVO_SMTP_URL: "smtp://mail.example" }, "SOSEDSTVO_MAIL_FROM"],
    [{ SOSEDSTVO_CONFIG: join(folder, "missing.json") }, "missing.json"],
  ])("refuses %j and names it", (environment, name) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: "config-invalid", values: { problems: expect.stringContaining(name) } }),
    );
  });

  test("names every problem at once, unknown keys of the file too", () => {
    const SOSEDSTVO_CONFIG = configFile('{"prot": 1}');
    const problems = expect.stringMatching(/SOSEDSTVO_PORT.*prot|prot.*SOSEDSTVO_PORT/);
    expect(() => readConfig({ SOSEDSTVO_CONFIG, SOSEDSTVO_PORT: "-1" })).toThrow(
      expect.objectContaining({ values: { problems } }),
    );
  });

  test("never says the mail server's password", () => {
    const SOSEDSTVO_SMTP_URL = "smtps://portal:secret@mail example";
    expect(() => readConfig({ SOSEDSTVO_SMTP_URL, SOSEDSTVO_MAIL_FROM: "a@example.org" })).toThrow(
      expect.objectContaining({ values: { problems: expect.not.stringContaining("secret") } }),
    );
  });
});
