import type { Argv } from "yargs";
import type { Language } from "./kernel/refusal.ts";

const DATA = { describe: "папка данных / data folder", type: "string" } as const;
const LANGUAGE = { describe: "язык сообщений / language", choices: ["ru", "en"] as const, default: "ru" as Language };
const FILE = { describe: "файл копии / the backup's file", type: "string", demandOption: true } as const;

/** The commands of whoever keeps the server: they begin to load what they need only when they are asked for. */
export function addKeepingCommands(cli: Argv, write: (text: string) => void): Argv {
  return cli
    .command(
      "backup <file>",
      "сделать резервную копию в один файл рядом с работающим сервером / back up into one file, beside a running server",
      (args) =>
        args
          .positional("file", FILE)
          .option("rehearse", {
            describe: "учения: восстановить рядом, проверить, убрать / restore it beside, verify it, take it away",
            type: "boolean",
            default: false,
          })
          .option("check", {
            describe: "не писать, а проверить готовую копию / write none, check the one that is there",
            type: "boolean",
            default: false,
          })
          .option("with-secrets", {
            describe: "и ключ сервера: храните такую копию как пароль / the server's key too: keep it like a password",
            type: "boolean",
            default: false,
          })
          .option("data", DATA),
      async ({ check, ...given }) => {
        const { backUp, checkBackupFile } = await import("./commands-keep.ts");
        process.exitCode = await (check ? checkBackupFile({ ...given, write }) : backUp({ ...given, write }));
      },
    )
    .command(
      "restore <file>",
      "восстановить копию в пустое место / restore a backup into an empty place",
      (args) =>
        args
          .positional("file", FILE)
          .option("erasures", {
            describe: "самый новый erasures.jsonl: кого стёрли после копии / the newest list of who was erased since",
            type: "string",
          })
          .option("data", DATA),
      async ({ file, erasures, data }) => (await import("./commands-keep.ts")).restore({ file, erasures, data, write }),
    )
    .command(
      "move",
      "перенести установку в другую PostgreSQL или обратно / carry the installation into another PostgreSQL, or back",
      (args) =>
        args
          .option("to", {
            describe: "postgresql://… или папка данных / postgresql://… or a data folder",
            type: "string",
            demandOption: true,
          })
          .option("data", DATA),
      async ({ to, data }) => (await import("./commands-keep.ts")).move({ to, data, write }),
    )
    .command(
      "verify",
      "проверить журнал действий, деньги и сведения о ТОС: 0 — всё сходится, 1 — нет / check the trail, the money and the register: exit 0 or 1",
      (args) => args.option("data", DATA),
      async ({ data }) => {
        const { verifyInstallation } = await import("./commands-verify.ts");
        process.exitCode = await verifyInstallation({ data, write });
      },
    )
    .command(
      "region-report <year>",
      "составить отчёт региону о субсидии / write the report to the region on the subsidy",
      (args) =>
        args
          .positional("year", { describe: "год / year", type: "number", demandOption: true })
          .option("quarter", {
            describe: "по какой квартал, иначе весь год / up to this quarter, else the whole year",
            choices: [1, 2, 3] as const,
          })
          .option("agreement", {
            describe: "номер соглашения, если их несколько / the agreement's number where there are several",
            type: "string",
          })
          .option("to", { describe: "куда (.docx, .xlsx) / where to", type: "string", demandOption: true })
          .option("municipality", {
            describe: "короткое имя, иначе первое / short name, else the first",
            type: "string",
          })
          .option("data", DATA),
      async (given) => (await import("./commands-report.ts")).writeRegionReport({ ...given, write }),
    )
    .command(
      "report <year>",
      "составить отчёт о реализации программы / write the report on the programme",
      (args) =>
        args
          .positional("year", { describe: "год / year", type: "number", demandOption: true })
          .option("kind", {
            describe: "кому: экономистам, региону, совету; executor — отчёт исполнителя / to whom",
            choices: ["economy", "region", "council", "executor"] as const,
            default: "council" as const,
          })
          .option("quarter", {
            describe: "по какой квартал, иначе весь год / up to this quarter, else the whole year",
            choices: [1, 2, 3] as const,
          })
          .option("executor", { describe: "исполнитель, как в программе / the executor as named", type: "string" })
          .option("programme", {
            describe: "короткое имя, если программ несколько / short name where there are several",
            type: "string",
          })
          .option("to", { describe: "куда (.docx, .xlsx, .json) / where to", type: "string", demandOption: true })
          .option("municipality", {
            describe: "короткое имя, иначе первое / short name, else the first",
            type: "string",
          })
          .option("data", DATA),
      async (given) => (await import("./commands-report.ts")).writeProgrammeReport({ ...given, write }),
    )
    .command(
      "mail",
      "проверить почту / test mail",
      (args) =>
        args
          .option("test", {
            describe: "отправить проверочное письмо на адрес / send a test letter to an address",
            type: "string",
            demandOption: true,
          })
          .option("language", LANGUAGE),
      async ({ test, language }) => {
        const { sendTestLetter } = await import("./commands-mail.ts");
        process.exitCode = await sendTestLetter({ to: test, language, write });
      },
    )
    .command(
      "open-again <email>",
      "дать ссылку для нового пароля тому, кто не может войти / a link to set a new password, for who is locked out",
      (args) =>
        args
          .positional("email", {
            describe: "адрес человека / the person's address",
            type: "string",
            demandOption: true,
          })
          .option("second-factor", {
            describe:
              "убрать и второй шаг: телефон и коды потеряны / remove the second step too: phone and codes are lost",
            type: "boolean",
            default: false,
          })
          .option("data", DATA),
      async ({ email, secondFactor, data }) => {
        const { openAgainFor } = await import("./commands.ts");
        await openAgainFor({ email, secondFactor, data, write });
      },
    )
    .command(
      "doctor",
      "осмотреть установку и сказать, что делать: 0 — всё хорошо, 1 — есть что исправить / examine the installation and say what to do",
      (args) => args.option("data", DATA),
      async ({ data }) => {
        process.exitCode = await (await import("./commands-doctor.ts")).examine({ data, write });
      },
    );
}
