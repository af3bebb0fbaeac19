import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { assert } from "../../kernel/assert.ts";
import type { Config } from "../config.ts";
import { refusePlatform } from "../refusals.ts";
import { parseSender, type SenderAddress } from "./address.ts";
import type { ComposedLetter } from "./compose.ts";
import { type Delivery, explainFailure } from "./failure.ts";

/** A letter with its envelope. `id` makes the Message-ID: a letter that goes out twice is recognised by it. */
export interface AddressedLetter extends ComposedLetter {
  readonly id: string;
  readonly to: string;
}

export type Deliver = (letter: AddressedLetter) => Promise<Delivery>;

/** Nobody waits longer for a mail server that says nothing. Milliseconds. */
const LIMITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };

/** Hands letters to the mail server of the settings; null where none is set. nodemailer is loaded with the first letter. */
export function openTransport(config: Config): Deliver | null {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null || mailFrom === null) return null;
  const from = parseSender(mailFrom);
  assert(from, "the configuration has checked whom letters come from");
  const options = readOptions(config, smtpUrl);
  return async (letter) => {
    const { createTransport } = await import("nodemailer");
    try {
      await createTransport(options).sendMail(writeMessage(from, letter));
      return { outcome: "sent" };
    } catch (error) {
      return explainFailure(error);
    }
  };
}

/** Connects to the mail server of the settings and signs in, without a letter; null where none is set. */
export async function greetMailServer(config: Config): Promise<Delivery | null> {
  if (config.smtpUrl === null) return null;
  const { createTransport } = await import("nodemailer");
  try {
    await createTransport(readOptions(config, config.smtpUrl)).verify();
    return { outcome: "sent" };
  } catch (error) {
    return explainFailure(error);
  }
}

function readOptions(config: Config, smtpUrl: string) {
  const tls = { minVersion: "TLSv1.2" as const, ...readCertificates(config) };
  return { ...readServer(new URL(smtpUrl)), ...LIMITS, tls, disableFileAccess: true, disableUrlAccess: true };
}

/**
 * `smtps:` is encrypted from the start; `smtp:` must become so by STARTTLS before login and letter, but on this machine
 * itself or with `?tls=off`. Port 465 or 587 where none is named.
 */
function readServer(url: URL) {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "smtps:";
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(host);
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isHere && url.searchParams.get("tls") !== "off",
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

/** Those of the system and those of the file: a municipal mail server is often signed by an authority of its own. */
function readCertificates({ smtpCertificates: path }: Config): { ca?: string[] } {
  if (path === null) return {};
  try {
    return { ca: [...rootCertificates, readFileSync(path, "utf8")] };
  } catch (error) {
    return refusePlatform("config-invalid", { problems: `SOSEDSTVO_SMTP_CERTIFICATES ${path}: ${String(error)}` });
  }
}

function writeMessage(from: SenderAddress, letter: AddressedLetter) {
  return {
    from,
    to: { name: "", address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${from.address.slice(from.address.indexOf("@") + 1)}>`,
    xMailer: false as const,
    // Nobody's holiday notice answers a machine.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}
