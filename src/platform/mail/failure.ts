/** What became of handing a letter to the mail server. `reason` is a word of ours and the server's numbers, never its text. */
export type Delivery =
  | { readonly outcome: "sent" }
  /** The server will never take this letter. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** It may take it later. `server` where other letters would fare the same now. */
  | { readonly outcome: "later"; readonly reason: string; readonly server: boolean };

/** The parts of nodemailer's error that say what happened; its message may name people and is not looked at but for numbers. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const BY_CODE: Readonly<Record<string, string>> = {
  ETIMEDOUT: "timeout",
  ETLS: "not-encrypted",
  EAUTH: "login-refused",
  ENOAUTH: "login-refused",
};

/** 421: the server closes; 530: it wants a login or TLS first; 535: the password. None of them is about the letter. */
const ABOUT_SERVER = new Set([421, 454, 530, 534, 535, 538]);

export function explainFailure(error: unknown): Delivery {
  const { code = "", command = "", responseCode = 0, response = "" } = error as SmtpError;
  const numbers = describeNumbers(responseCode, response);
  const server = (word: string): Delivery => ({ outcome: "later", reason: word + numbers, server: true });
  const word = BY_CODE[code];
  if (word) return server(word);
  if (responseCode === 0) return server(isAboutCertificate(error) ? "not-encrypted" : "unreachable");
  if (ABOUT_SERVER.has(responseCode)) return server("server-refused");
  if (responseCode < 500) return { outcome: "later", reason: `later${numbers}`, server: false };
  if (command === "RCPT TO") return { outcome: "refused", reason: `address-refused${numbers}` };
  if (command === "MAIL FROM") return server("sender-refused");
  if (command === "DATA" || code === "EMESSAGE") return { outcome: "refused", reason: `letter-refused${numbers}` };
  return server("server-refused");
}

/** « 550 5.1.1»: the reply's code and, where the server gives one, its enhanced code. */
function describeNumbers(responseCode: number, response: string): string {
  if (responseCode === 0) return "";
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return ` ${responseCode}${enhanced ? ` ${enhanced}` : ""}`;
}

function isAboutCertificate(error: unknown): boolean {
  const { message = "", cause } = error as { message?: string; cause?: { code?: string } };
  return /certificate|TLS|SSL/i.test(`${message} ${cause?.code ?? ""}`);
}
