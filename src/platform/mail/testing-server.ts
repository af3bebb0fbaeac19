import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A real mail server that keeps what it takes. */
export interface TestMailServer {
  readonly port: number;
  readonly letters: readonly TakenLetter[];
  stop(): Promise<void>;
}

export interface TakenLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly encrypted: boolean;
  readonly user: string | undefined;
  readonly email: Email;
  readonly raw: string;
}

interface Behaviour extends SMTPServerOptions {
  /** 127.0.0.1 counts as this machine, 127.0.0.2 as another. */
  readonly host?: string;
  readonly port?: number;
  /** Before the letter is acknowledged; what it throws refuses the letter. */
  readonly onLetter?: (letter: TakenLetter) => void | Promise<void>;
}

/** A reply with a code: `reply(550, "5.1.1 no such user")`. */
export function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Takes letters without login and without TLS, where `options` do not say otherwise. */
export async function startMailServer({
  port = 0,
  host = "127.0.0.1",
  onLetter,
  ...options
}: Behaviour = {}): Promise<TestMailServer> {
  const letters: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData: (stream, session, callback) => {
      take(stream, session)
        .then(async (letter) => {
          await onLetter?.(letter);
          letters.push(letter);
          callback();
        })
        .catch(callback);
    },
  });
  // A client that dies in the middle is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Session = Parameters<NonNullable<SMTPServerOptions["onData"]>>[1];

async function take(stream: Readable, { envelope, secure, user }: Session): Promise<TakenLetter> {
  const bytes = await buffer(stream);
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : "",
    to: envelope.rcptTo.map(({ address }) => address),
    encrypted: secure,
    user: user as string | undefined,
    email: await PostalMime.parse(bytes),
    raw: bytes.toString("utf8"),
  };
}
