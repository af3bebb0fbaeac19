import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { makeCertificate } from "./testing-certificate.ts";
import { reply, startMailServer, type TestMailServer } from "./testing-server.ts";
import { type AddressedLetter, openTransport } from "./transport.ts";

const folder = mkdtempSync(join(tmpdir(), "mail-"));
const tls = makeCertificate();
const certificates = join(folder, "authority.pem");
writeFileSync(certificates, tls.certificate);
afterAll(() => rmSync(folder, { recursive: true }));

const servers: TestMailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}

const LETTER: AddressedLetter = {
  id: "01890000-0000-7000-8000-000000000001",
  to: "anna@example.org",
  subject: "Приглашение: Grüße, ёлка — и длинная тема, которая не помещается в одну строку заголовка письма",
  text: "Здравствуйте, Анна!\n",
  html: "<p>Здравствуйте, Анна!</p>",
};

interface Given {
  readonly url: string;
  readonly from?: string;
  readonly trusted?: boolean;
}

function deliver({ url, from = "Соседство <portal@tos.example>", trusted = false }: Given, letter = LETTER) {
  const environment = {
    SOSEDSTVO_SMTP_URL: url,
    SOSEDSTVO_MAIL_FROM: from,
    SOSEDSTVO_SMTP_CERTIFICATES: trusted ? certificates : "",
  };
  const send = openTransport(readConfig(environment));
  if (!send) throw new Error("there is a mail server");
  return send(letter);
}

test("a letter arrives as it was written, in letters of any script, and is known by its id", async () => {
  const server = await serve();
  expect(await deliver({ url: `smtp://127.0.0.1:${server.port}` })).toEqual({ outcome: "sent" });
  const [taken] = server.letters;
  expect(taken).toMatchObject({
    from: "portal@tos.example",
    to: ["anna@example.org"],
    email: {
      subject: LETTER.subject,
      from: { name: "Соседство", address: "portal@tos.example" },
      to: [{ address: "anna@example.org" }],
      messageId: `<${LETTER.id}@tos.example>`,
      text: LETTER.text,
    },
  });
  expect(taken?.email.html?.trim()).toBe(LETTER.html);
  expect(taken?.raw).toContain("Auto-Submitted: auto-generated");
  expect(taken?.raw.split("\r\n\r\n")[0]).not.toMatch(/[^\x20-\x7e\r\n\t]/);
});

test("an address in Cyrillic is reached at its own domain", async () => {
  const server = await serve();
  const letter = { ...LETTER, to: "info@почта.рф" };
  expect(await deliver({ url: `smtp://127.0.0.1:${server.port}` }, letter)).toEqual({ outcome: "sent" });
  expect(server.letters[0]?.to).toEqual(["info@почта.рф"]);
});

const login: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, callback) => {
    if (username === "portal@x" && password === "s/e:c&ret") callback(null, { user: username });
    else callback(reply(535, "5.7.8 wrong for portal@x"));
  },
};
const RIGHT = `${encodeURIComponent("portal@x")}:${encodeURIComponent("s/e:c&ret")}`;

describe("encryption", () => {
  test.each([
    ["from the start", "smtps", { secure: true }],
    ["by STARTTLS", "smtp", { hideSTARTTLS: false }],
  ])("%s, with a login and a certificate that is trusted", async (_how, scheme, options) => {
    const server = await serve({ ...tlsOptions, ...login, ...options });
    expect(await deliver({ url: `${scheme}://${RIGHT}@localhost:${server.port}`, trusted: true })).toEqual({
      outcome: "sent",
    });
    expect(server.letters[0]).toMatchObject({ encrypted: true, user: "portal@x" });
  });

  test.each([
    ["from the start", "smtps", { secure: true }],
    ["by STARTTLS", "smtp", { hideSTARTTLS: false }],
  ])("%s is refused where nobody vouches for the certificate", async (_how, scheme, options) => {
    const server = await serve({ ...tlsOptions, ...options });
    expect(await deliver({ url: `${scheme}://localhost:${server.port}` })).toEqual({
      outcome: "later",
      reason: "not-encrypted",
      server: true,
    });
    expect(server.letters).toEqual([]);
  });

  test("is demanded of another machine: neither login nor letter goes to one that has none", async () => {
    const server = await serve({ ...login, host: "127.0.0.2" });
    const url = `smtp://${RIGHT}@127.0.0.2:${server.port}`;
    expect(await deliver({ url })).toMatchObject({ outcome: "later", reason: "not-encrypted" });
    expect(server.letters).toEqual([]);
  });

  test("is not demanded where the address says so", async () => {
    const server = await serve({ host: "127.0.0.2" });
    expect(await deliver({ url: `smtp://127.0.0.2:${server.port}?tls=off` })).toEqual({ outcome: "sent" });
  });

  test("with a file of certificates that is not there stops the start", () => {
    const environment = {
      SOSEDSTVO_SMTP_URL: "smtp://localhost",
      SOSEDSTVO_MAIL_FROM: "a@example.org",
      SOSEDSTVO_SMTP_CERTIFICATES: join(folder, "missing.pem"),
    };
    expect(() => openTransport(readConfig(environment))).toThrow(expect.objectContaining({ code: "config-invalid" }));
  });
});

const tlsOptions = { key: tls.key, cert: tls.certificate };

const secret = (address: string) => `${address} is not known here`;

describe("what the server says", () => {
  test.each<[string, SMTPServerOptions, object]>([
    [
      "an address that it does not know is refused for good",
      { onRcptTo: ({ address }, _session, callback) => callback(reply(550, `5.1.1 ${secret(address)}`)) },
      { outcome: "refused", reason: "address-refused 550 5.1.1" },
    ],
    [
      "a full box may be emptied",
      { onRcptTo: ({ address }, _session, callback) => callback(reply(452, `4.2.2 ${secret(address)}`)) },
      { outcome: "later", reason: "later 452 4.2.2", server: false },
    ],
    [
      "a sender that it does not take is a fault of the settings",
      { onMailFrom: ({ address }, _session, callback) => callback(reply(550, `5.7.1 ${secret(address)}`)) },
      { outcome: "later", reason: "sender-refused 550 5.7.1", server: true },
    ],
    [
      "too busy for anybody",
      { onConnect: (_session, callback) => callback(reply(421, "4.3.2 come later")) },
      { outcome: "later", reason: "server-refused 421 4.3.2", server: true },
    ],
    [
      "a wrong password is a fault of the settings",
      { authOptional: false, onAuth: (_auth, _session, callback) => callback(reply(535, "5.7.8 no")) },
      { outcome: "later", reason: "login-refused 535 5.7.8", server: true },
    ],
  ])("%s", async (_what, options, delivery) => {
    const server = await serve({ allowInsecureAuth: true, ...options });
    const who = options.onAuth ? `${RIGHT}@` : "";
    expect(await deliver({ url: `smtp://${who}127.0.0.1:${server.port}` })).toEqual(delivery);
  });

  test.each([
    [554, "5.6.0", { outcome: "refused", reason: "letter-refused 554 5.6.0" }],
    [451, "4.3.0", { outcome: "later", reason: "later 451 4.3.0", server: false }],
  ])("%i to the letter itself", async (code, enhanced, delivery) => {
    const onLetter = ({ to }: { to: readonly string[] }) => {
      throw reply(code, `${enhanced} ${secret(to.join())}`);
    };
    const server = await serve({ onLetter });
    expect(await deliver({ url: `smtp://127.0.0.1:${server.port}` })).toEqual(delivery);
  });

  test("nothing, where none is there", async () => {
    const server = await serve();
    await servers.pop()?.stop();
    expect(await deliver({ url: `smtp://127.0.0.1:${server.port}` })).toEqual({
      outcome: "later",
      reason: "unreachable",
      server: true,
    });
  });
});
