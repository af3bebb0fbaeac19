import { afterEach, expect, test, vi } from "vitest";
import { sendTestLetter } from "./commands-mail.ts";
import { reply, startMailServer, type TestMailServer } from "./platform/mail/testing-server.ts";

let server: TestMailServer | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  server = undefined;
});

async function send(to: string, language: "ru" | "en" = "ru") {
  const printed: string[] = [];
  const exitCode = await sendTestLetter({ to, language, write: (text) => printed.push(text) });
  return { exitCode, printed: printed.join("") };
}

async function serve(options: Parameters<typeof startMailServer>[0] = {}) {
  server = await startMailServer(options);
  vi.stubEnv("SOSEDSTVO_SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("SOSEDSTVO_MAIL_FROM", "portal@tos.example");
  return server;
}

test("a test letter goes to the mail server at once", async () => {
  const { letters } = await serve();
  expect(await send("me@example.org")).toEqual({ exitCode: 0, printed: "Почтовый сервер принял письмо\n" });
  expect(letters.map(({ to, email }) => [to, email.subject])).toEqual([
    [["me@example.org"], "Проверка почты портала «Соседство»"],
  ]);
});

test("what the mail server says is said", async () => {
  await serve({ onRcptTo: (_address, _session, callback) => callback(reply(550, "5.1.1 unknown")) });
  const printed = "The mail server knows no such address (answer 550 5.1.1)\n";
  expect(await send("me@example.org", "en")).toEqual({ exitCode: 1, printed });
});

test("without settings, or without an address, it is refused", async () => {
  await expect(send("me@example.org")).rejects.toMatchObject({ code: "mail-not-set" });
  await expect(send("me, you@example.org")).rejects.toMatchObject({ code: "email-malformed" });
});
