import process from "node:process";
import { Refusal } from "./kernel/refusal.ts";
import { readConfig } from "./platform/config.ts";
import { writeLog } from "./platform/log.ts";
import { explainRefusal } from "./refusals.ts";
import { type RunningServer, startServer } from "./server/start.ts";

/** The server: starts, says where it is, and stops when it is told to. */
const say = (text: string) => void process.stdout.write(`${text}\n`);

const KINDS = {
  demonstration: "демонстрация · demonstration; своя программа · your own: npm start -- --empty",
  clean: "своя установка, без демонстрационных данных · your own installation, no demonstration data",
};

/** Which installation was opened is said at every start: two may stand side by side. In one piece, for whoever reads along. */
function announce({ url, watchUrl, opened }: RunningServer): void {
  const { kind, place, firstAccount, setUpCode } = opened;
  const lines = [`Соседство · Sosedstvo: ${url}`, `Данные · Data: ${place} (${KINDS[kind]})`];
  if (watchUrl) lines.push(`Наблюдение · Watching: ${watchUrl} (/live, /ready, /metrics)`);
  if (setUpCode) lines.push(...describeSetUp(url, setUpCode));
  if (firstAccount) {
    const { email, password } = firstAccount;
    lines.push(
      "Вход координатора (пароль показывается один раз) · Coordinator's sign-in (the password is shown once):",
    );
    lines.push(`  ${url}/sign-in`, `  ${email}`, `  ${password}`);
  }
  say(lines.join("\n"));
}

type SetUpCode = NonNullable<RunningServer["opened"]["setUpCode"]>;

function describeSetUp(url: string, { code, expiresAt }: SetUpCode): readonly string[] {
  const until = expiresAt.toISOString().replace("T", " ").slice(0, 16);
  return [
    "Настройка: откройте адрес и введите код · Set-up: open the address and enter the code:",
    `  ${url}/set-up`,
    `  ${code}`,
    `Код одноразовый, до ${until} UTC; новый — при следующем запуске · For once; the next start prints another.`,
  ];
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // A second signal means that somebody does not want to wait.
      if (stopping) process.exit(1);
      stopping = true;
      server.stop().then(
        () => process.exit(0),
        (error) => {
          writeLog("error", "the server did not stop cleanly", { error });
          process.exit(1);
        },
      );
    });
  }
}

function explainFailure(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  for (const language of ["ru", "en"] as const) {
    process.stderr.write(`${explainRefusal(error, language)?.sentence ?? error.code}\n`);
  }
  process.exitCode = 2;
}

/** Starts the portal with these options over the environment's; says in both languages why it cannot. */
export async function serve(options: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    const server = await startServer(readConfig(process.env, options));
    stopOnSignal(server);
    announce(server);
  } catch (error) {
    explainFailure(error);
  }
}
