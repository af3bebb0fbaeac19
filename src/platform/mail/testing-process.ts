/**
 * A process that works off the outbox of a test database once, for tests of what happens when processes die:
 * `node testing-process.ts '{"address": …, "url": …, "now": …}'`. Says `done`.
 */
import { readConfig } from "../config.ts";
import { wrapPool } from "../database/index.ts";
import { openPool } from "../database/pool.ts";
import { MailSender } from "./sender.ts";
import { TEST_LETTERS } from "./testing.ts";
import { openTransport } from "./transport.ts";

const { address, url, now } = JSON.parse(process.argv[2] ?? "{}");
const pool = openPool(address);
const database = wrapPool(pool, { engine: "embedded", description: "test", afterwards: async () => {} });
const config = readConfig({ SOSEDSTVO_SMTP_URL: url, SOSEDSTVO_MAIL_FROM: "portal@tos.example" });
const clock = () => new Date(now);
await new MailSender({ database, letters: TEST_LETTERS, deliver: openTransport(config), clock }).send();
await database.close();
process.stdout.write("done\n");
