import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { parseSender } from "./mail/address.ts";
import { refusePlatform } from "./refusals.ts";

/**
 * What an administrator may set. Each value comes, in this order, from the command line, from the environment
 * (`SOSEDSTVO_…`, and `DATABASE_URL`), from the JSON file named in `SOSEDSTVO_CONFIG`, or is the default.
 */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** A PostgreSQL of one's own; null means the embedded one in the data folder. */
  readonly databaseUrl: string | null;
  /** The address that people type, without a slash at its end; null until a reverse proxy has one. */
  readonly publicUrl: string | null;
  /** Only a clean installation is opened, and one is made where there is none: in a folder beside the one that is named, unless the database is one of your own. */
  readonly empty: boolean;
  /** Loads the example programme on first start. */
  readonly demonstration: boolean;
  /** The mail server, `smtps://user:password@host:465` or `smtp://…:587`; null: letters are handed over by people. Holds a password: never shown. */
  readonly smtpUrl: string | null;
  /** Whom letters come from: `Соседство <noreply@example.org>` or the address alone. */
  readonly mailFrom: string | null;
  /** A file of certificates (PEM) that the mail server's certificate may be signed by, besides those of the system. */
  readonly smtpCertificates: string | null;
  /** To whom a demonstration may write, in small letters: addresses, and domains as `@example.org`. */
  readonly demonstrationMail: readonly string[];
  /** Where backups by night and before upgrades are written; null: `backups` in the data folder. */
  readonly backupFolder: string | null;
  /** How many backups by night are kept; 0: none is made. */
  readonly backupsKept: number;
  /** clamd, which looks at every file before it is kept; null: nobody does. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
  /** What becomes of an upload while clamd does not answer: refused at once, or after it was waited for. */
  readonly clamdAway: "refuse" | "wait";
  /** The port on which the process tells how it is (docs/operations.md, «Watching»); null: none is opened. */
  readonly watchPort: number | null;
  readonly watchHost: string;
  /** Answers and statements that took longer are logged, in milliseconds; 0: none. */
  readonly slowMilliseconds: number;
  /** Where else people may sign in; the order is that of their buttons. */
  readonly identityProviders: readonly ProviderSettings[];
}

/** A provider of OpenID Connect, as the administrator sets it up. A secret or a key, not both. */
export interface ProviderSettings {
  /** Stands in addresses: `/sign-in/with/ID/back` has to be registered with the provider. */
  readonly id: string;
  readonly label: string;
  /** As the provider writes it in its own discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** How the secret travels. */
  readonly clientAuthentication: "basic" | "post";
  /** A PEM file with the private key that signs client assertions (private_key_jwt), and the number under which the provider knows it. */
  readonly clientKeyFile?: string | undefined;
  readonly clientKeyId?: string | undefined;
  readonly scope: string;
}

const flag = z.union([
  z.boolean(),
  z.enum(["true", "1", "yes"]).transform(() => true),
  z.enum(["false", "0", "no"]).transform(() => false),
]);

/** Without TLS only on this very machine: everything else would hand out sign-ins to whoever listens. */
function isSafeIssuer(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

const providerShape = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, "латинские буквы, цифры и «-» / letters, digits and “-”"),
    label: z.string().min(1),
    issuer: z.url().refine(isSafeIssuer, "адрес вида https://… / an address like https://…"),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    clientAuthentication: z.enum(["basic", "post"]).default("basic"),
    clientKeyFile: z.string().min(1).optional(),
    clientKeyId: z.string().min(1).optional(),
    scope: z.string().default("openid email profile"),
  })
  .refine(({ clientSecret, clientKeyFile }) => (clientSecret === undefined) !== (clientKeyFile === undefined), {
    error: "clientSecret или clientKeyFile, одно из двух / clientSecret or clientKeyFile, one of the two",
  });

/** In the environment the list is JSON. */
const providersShape = z.preprocess(
  (given, context) => {
    if (typeof given !== "string") return given;
    try {
      return JSON.parse(given);
    } catch {
      context.addIssue({ code: "custom", message: "список в виде JSON / a list as JSON", input: "…" });
      return z.NEVER;
    }
  },
  z
    .array(providerShape)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "id повторяется / an id occurs twice"),
);

/** Addresses and, with «@» before them, whole domains; in the environment with commas between. */
const receiversShape = z.preprocess(
  (given) => (typeof given === "string" ? given.split(",") : given),
  z.array(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[^@\s]*@[^@\s]+$/, "адреса и «@домены» через запятую / addresses and “@domains” with commas between"),
  ),
);

/** `host:port`, also `[::1]:3310`. */
const clamdShape = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[^\s:]+):\d{1,5}$/i, "адрес вида 127.0.0.1:3310 / an address like 127.0.0.1:3310")
  .transform((text) => {
    const at = text.lastIndexOf(":");
    return { host: text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
  })
  .refine(({ port }) => port > 0 && port <= 65_535, "порт от 1 до 65535 / a port from 1 to 65535");

const settings = z.strictObject({
  port: z.coerce.number("число от 0 до 65535 / a number from 0 to 65535").int().min(0).max(65_535).default(3000),
  host: z.string().min(1).default("127.0.0.1"),
  dataFolder: z.string().min(1).default("data"),
  databaseUrl: z
    .url({ protocol: /^postgres(ql)?$/, error: "адрес вида postgresql://… / an address like postgresql://…" })
    .nullable()
    .default(null),
  publicUrl: z
    .url({ protocol: /^https?$/, error: "адрес вида https://… / an address like https://…" })
    .transform((url) => url.replace(/\/+$/, ""))
    .nullable()
    .default(null),
  empty: flag.default(false),
  demonstration: flag.default(true),
  smtpUrl: z
    .url({ protocol: /^smtps?$/, error: "адрес вида smtps://host:465 / an address like smtps://host:465" })
    .nullable()
    .default(null),
  mailFrom: z
    .string()
    .refine(parseSender, "адрес вида Имя <a@example.org> / an address like Name <a@example.org>")
    .nullable()
    .default(null),
  smtpCertificates: z.string().min(1).nullable().default(null),
  demonstrationMail: receiversShape.default([]),
  backupFolder: z.string().min(1).nullable().default(null),
  backupsKept: z.coerce.number("целое число от 0 / a whole number from 0").int().min(0).max(1000).default(14),
  clamd: clamdShape.nullable().default(null),
  clamdAway: z.enum(["refuse", "wait"], "refuse или wait / refuse or wait").default("refuse"),
  watchPort: z.coerce
    .number("число от 0 до 65535 / a number from 0 to 65535")
    .int()
    .min(0)
    .max(65_535)
    .nullable()
    .default(null),
  watchHost: z.string().min(1).default("127.0.0.1"),
  slowMilliseconds: z.coerce.number("целое число от 0 / a whole number from 0").int().min(0).default(1_000),
  identityProviders: providersShape.default([]),
});

const shape = settings.refine(({ smtpUrl, mailFrom }) => smtpUrl === null || mailFrom !== null, {
  path: ["mailFrom"],
  error: "нужен вместе с SOSEDSTVO_SMTP_URL / needed together with SOSEDSTVO_SMTP_URL",
});

/** The names of the settings in the environment. */
export const VARIABLES: Readonly<Record<keyof Config, string>> = {
  port: "SOSEDSTVO_PORT",
  host: "SOSEDSTVO_HOST",
  dataFolder: "SOSEDSTVO_DATA",
  databaseUrl: "DATABASE_URL",
  publicUrl: "SOSEDSTVO_URL",
  empty: "SOSEDSTVO_EMPTY",
  demonstration: "SOSEDSTVO_DEMONSTRATION",
  smtpUrl: "SOSEDSTVO_SMTP_URL",
  mailFrom: "SOSEDSTVO_MAIL_FROM",
  smtpCertificates: "SOSEDSTVO_SMTP_CERTIFICATES",
  demonstrationMail: "SOSEDSTVO_DEMONSTRATION_MAIL",
  backupFolder: "SOSEDSTVO_BACKUPS",
  backupsKept: "SOSEDSTVO_BACKUPS_KEPT",
  clamd: "SOSEDSTVO_CLAMD",
  clamdAway: "SOSEDSTVO_CLAMD_AWAY",
  watchPort: "SOSEDSTVO_WATCH_PORT",
  watchHost: "SOSEDSTVO_WATCH_HOST",
  slowMilliseconds: "SOSEDSTVO_SLOW",
  identityProviders: "SOSEDSTVO_IDENTITY_PROVIDERS",
};

/** Reads the configuration. `options` are the command line's, already named as in Config. Refuses with every problem in one sentence. */
export function readConfig(environment: NodeJS.ProcessEnv, options: Readonly<Record<string, unknown>> = {}): Config {
  const file = readConfigFile(environment.SOSEDSTVO_CONFIG);
  const answer = shape.safeParse({ ...file, ...fromEnvironment(environment), ...withoutUndefined(options) });
  if (!answer.success) {
    const problems = answer.error.issues.map((issue) => `${nameOf(issue)}: ${issue.message}`).join("; ");
    return refusePlatform("config-invalid", { problems });
  }
  return stepBeside({ ...answer.data, dataFolder: resolve(answer.data.dataFolder) });
}

/** The folder of a clean installation stands beside that of the demonstration, so that neither can empty the other. */
const BESIDE = "-own";

function stepBeside(config: Config): Config {
  if (!config.empty) return config;
  const { dataFolder, databaseUrl } = config;
  const isOwn = databaseUrl !== null || dataFolder.endsWith(BESIDE);
  return { ...config, demonstration: false, dataFolder: isOwn ? dataFolder : `${dataFolder}${BESIDE}` };
}

/** An unknown key of the file has no path of its own. */
function nameOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? "");
  const variable = VARIABLES[name as keyof Config];
  return variable ? `${name} (${variable})` : "SOSEDSTVO_CONFIG";
}

/** An empty variable counts as not set, as in shell scripts and compose files. */
function fromEnvironment(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const given = Object.entries(VARIABLES).map(([key, variable]) => [key, environment[variable] || undefined] as const);
  return withoutUndefined(Object.fromEntries(given));
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function readConfigFile(path: string | undefined): Record<string, unknown> {
  if (!path) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    return refusePlatform("config-invalid", { problems: `SOSEDSTVO_CONFIG ${path}: ${(error as Error).message}` });
  }
}
