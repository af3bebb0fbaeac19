import type { Argv } from "yargs";

const DATA = { describe: "папка данных / data folder", type: "string" } as const;
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
      "doctor",
      "осмотреть установку и сказать, что делать: 0 — всё хорошо, 1 — есть что исправить / examine the installation and say what to do",
      (args) => args.option("data", DATA),
      async ({ data }) => {
        process.exitCode = await (await import("./commands-doctor.ts")).examine({ data, write });
      },
    );
}
