import process from "node:process";
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { ROLES } from "./access/roles.ts";
import { addKeepingCommands } from "./cli-keep.ts";
import { type Language, Refusal } from "./kernel/refusal.ts";

/**
 * The command. What a command does not need is not loaded: reading a document starts neither a database nor
 * the server, so that `check` answers at once.
 */
const write = (text: string) => void process.stdout.write(text);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** Why a command could not be done, in both languages. */
async function sayRefusal(refusal: Refusal): Promise<void> {
  const { explainRefusal } = await import("./refusals.ts");
  for (const language of ["ru", "en"] as const) {
    const explanation = explainRefusal(refusal, language);
    if (!explanation) throw refusal;
    complain(explanation.sentence);
  }
}

async function readFile(file: string) {
  const [{ readProgrammeFile }, { openProgress }] = await Promise.all([
    import("./programme/reading.ts"),
    import("./progress.ts"),
  ]);
  const progress = openProgress();
  try {
    return await readProgrammeFile(file, { onProgress: progress.show });
  } finally {
    progress.close();
  }
}

const FILE = {
  describe: "файл программы (.docx, .odt, .xlsx, .html, .txt, .json …) / the programme's file",
  type: "string",
  demandOption: true,
} as const;
const LANGUAGE = { describe: "язык сообщений / language", choices: ["ru", "en"] as const, default: "ru" as Language };
const DATA = { describe: "папка данных / data folder", type: "string" } as const;

function addDocumentCommands(cli: Argv): Argv {
  return cli
    .command(
      "read <file>",
      "прочитать документ и напечатать его данные / read a document, print its data",
      (args) =>
        args
          .positional("file", FILE)
          .option("figures", { describe: "только числа / figures only", type: "boolean", default: false }),
      async ({ file, figures }) => {
        const { printReading } = await import("./programme/cli.ts");
        printReading(await readFile(file), write, figures);
      },
    )
    .command(
      "check <file>",
      "проверить документ: 0 — ошибок нет, 1 — есть, 2 — не прочитан / check a document: exit 0, 1 with errors, 2 unreadable",
      (args) =>
        args
          .positional("file", FILE)
          .option("json", {
            describe: "напечатать замечания как JSON / findings as JSON",
            type: "boolean",
            default: false,
          })
          .option("language", LANGUAGE),
      async ({ file, json, language }) => {
        const { exitCodeOf, printFindings, printFindingsJson } = await import("./programme/cli.ts");
        const { findings } = await readFile(file);
        if (json) printFindingsJson(findings, write, language);
        else printFindings(file, findings, { write, language });
        process.exitCode = exitCodeOf(findings);
      },
    );
}

const PROGRAMME = {
  describe: "короткое имя (sosedstvo list) или файл / short name or file",
  type: "string",
  demandOption: true,
} as const;
const EDITION = { describe: "номер редакции, иначе последняя / edition, else the last one", type: "number" } as const;

const PARTS = {
  array: true,
  choices: ["passport", "sections", "annex1", "annex2", "annex3"] as const,
  default: [],
} as const;

/** Giving out and comparing: of approved editions by their short name, or of any file. */
function addEditionCommands(cli: Argv): Argv {
  return cli
    .command(
      "export <programme>",
      "записать редакцию или файл как .docx, .xlsx, .json / write an edition or a file as .docx, .xlsx, .json",
      (args) =>
        args
          .positional("programme", PROGRAMME)
          .option("edition", EDITION)
          .option("to", { describe: "куда / where to", type: "string", demandOption: true })
          .option("data", DATA)
          .option("language", LANGUAGE),
      async (given) => (await import("./commands-files.ts")).exportProgramme({ ...given, write }),
    )
    .command(
      "compare <was> <became>",
      "сравнить файлы или редакции (имя@номер) / compare files or editions (name@number)",
      (args) =>
        args
          .positional("was", { ...PROGRAMME, describe: "прежняя / the earlier one" })
          .positional("became", { ...PROGRAMME, describe: "новая / the later one" })
          .option("to", { describe: "записать .docx или .xlsx / write .docx or .xlsx", type: "string" })
          .option("data", DATA)
          .option("language", LANGUAGE),
      async (given) => (await import("./commands-files.ts")).compareProgrammes({ ...given, write }),
    )
    .command(
      "amend <programme>",
      "составить акт о внесении изменений / draft the amending act",
      (args) =>
        args
          .positional("programme", PROGRAMME)
          .option("edition", EDITION)
          .option("from", {
            describe: "с чем сравнить, иначе предыдущая редакция / what to compare with, else the edition before",
            type: "string",
          })
          .option("restate", { ...PARTS, describe: "изложить заново / print these parts anew" })
          .option("replace", {
            ...PARTS,
            describe: "заменить цифры и слова / replace figures and words in these parts",
          })
          .option("to", { describe: "куда (.docx) / where to (.docx)", type: "string", demandOption: true })
          .option("data", DATA)
          .option("language", LANGUAGE),
      async (given) => (await import("./commands-files.ts")).amendProgramme({ ...given, write }),
    )
    .command(
      "act <file> <programme>",
      "прочитать акт о внесении изменений: что он предлагает / read an amending act: what it proposes",
      (args) =>
        args
          .positional("file", { ...FILE, describe: "файл акта / the act's file" })
          .positional("programme", PROGRAMME)
          .option("edition", EDITION)
          .option("to", { describe: "записать программу с изменениями / write the amended programme", type: "string" })
          .option("data", DATA)
          .option("language", LANGUAGE),
      async (given) => {
        process.exitCode = await (await import("./commands-act.ts")).readActFile({ ...given, write });
      },
    );
}

function addServerCommands(cli: Argv): Argv {
  return cli
    .command(
      "replay <file>",
      "пересчитать выгруженный расчёт конкурса: 0 — совпал, 1 — нет, 2 — не прочитан / reckon an exported contest calculation again: exit 0, 1 where it differs, 2 unreadable",
      (args) =>
        args
          .positional("file", { ...FILE, describe: "файл расчёта / the calculation's file" })
          .option("language", LANGUAGE),
      async (given) => {
        process.exitCode = (await import("./commands-replay.ts")).replayCalculation({ ...given, write });
      },
    )
    .command(
      "import <file>",
      "прочитать документ и сохранить для утверждения / read a document and keep it for approval",
      (args) => args.positional("file", FILE).option("data", DATA).option("language", LANGUAGE),
      async ({ file, data }) => {
        const { importFile } = await import("./commands.ts");
        await importFile({ file, data, write });
      },
    )
    .command(
      "list",
      "показать программы и их редакции / list programmes and editions",
      (args) => args.option("data", DATA),
      async ({ data }) => {
        const { listProgrammes } = await import("./commands.ts");
        await listProgrammes({ data, write });
      },
    )
    .command(
      "municipality <slug>",
      "завести ещё одно муниципальное образование / add a further municipality",
      (args) =>
        args
          .positional("slug", {
            describe: "короткое имя в адресах / short name in addresses",
            type: "string",
            demandOption: true,
          })
          .option("name", { describe: "полное название / full name", type: "string", demandOption: true })
          .option("genitive", {
            describe: "название в родительном падеже / in the genitive",
            type: "string",
            demandOption: true,
          })
          .option("short", { describe: "краткое название / short name", type: "string", demandOption: true })
          .option("time-zone", { describe: "часовой пояс / time zone", type: "string", demandOption: true })
          .option("kind", {
            describe: "вид / kind",
            choices: ["district", "settlement", "region"] as const,
            default: "district" as const,
          })
          .option("region", { describe: "короткое имя региона / the region's short name", type: "string" })
          .option("host", { describe: "имя узла / host name", type: "string" })
          .option("data", DATA),
      async (given) => (await import("./commands-tenants.ts")).addMunicipality({ ...given, write }),
    )
    .command(
      "municipality-region <slug> [region]",
      "присоединить муниципальное образование к региону; без региона — вывести / attach to a region; without one, take out",
      (args) =>
        args
          .positional("slug", {
            describe: "короткое имя в адресах / short name in addresses",
            type: "string",
            demandOption: true,
          })
          .positional("region", { describe: "короткое имя региона / the region's short name", type: "string" })
          .option("data", DATA),
      async (given) => (await import("./commands-tenants.ts")).moveToRegion({ ...given, write }),
    )
    .command(
      "person <email>",
      "завести человека с ролью, пароль печатается один раз / add a person with a role, the password is printed once",
      (args) =>
        args
          .positional("email", { describe: "электронная почта / e-mail", type: "string", demandOption: true })
          .option("name", { describe: "имя / name", type: "string", demandOption: true })
          .option("role", { describe: "роль / role", choices: ROLES, demandOption: true })
          .option("basis", { describe: "основание / basis", type: "string", demandOption: true })
          .option("within", {
            describe:
              "поселение или ТОС по названию, где роль в них / settlement or association by name, for a role in one",
            type: "string",
          })
          .option("municipality", {
            describe: "короткое имя, иначе первое / short name, else the first",
            type: "string",
          })
          .option("data", DATA),
      async (given) => (await import("./commands-people.ts")).addPerson({ ...given, write }),
    )
    .command(
      "visitors <file>",
      "внести список участников из .xlsx или .csv: 0 — внесён, 1 — есть ошибки / take a list of visitors in: exit 0, 1 with errors",
      (args) =>
        args
          .positional("file", { describe: "таблица / table", type: "string", demandOption: true })
          .option("event", {
            describe: "номер мероприятия, если его нет в таблице, например 12/2024 / event of rows that name none",
            type: "string",
          })
          .option("signed", {
            describe: "все подписали согласие на бумаге / everybody has signed the consent",
            type: "boolean",
            default: false,
          })
          .option("skip-unsigned", {
            describe: "пропустить тех, кто не согласен / leave out those without a consent",
            type: "boolean",
            default: false,
          })
          .option("municipality", {
            describe: "короткое имя, иначе первое / short name, else the first",
            type: "string",
          })
          .option("data", DATA),
      async (given) => {
        const { importVisitors } = await import("./commands-visitors.ts");
        process.exitCode = await importVisitors({ ...given, write });
      },
    )
    .command(
      "serve",
      "запустить портал / start the portal",
      (args) =>
        args
          .option("port", { describe: "порт / port", type: "number" })
          .option("empty", {
            describe: "своя установка рядом, без примера / your own installation beside, without the example",
            type: "boolean",
          })
          .option("data", DATA),
      async ({ port, empty, data }) => {
        await import("./server/memory.ts");
        const { serve } = await import("./serve.ts");
        await serve({ port, empty, dataFolder: data });
      },
    );
}

// A reader such as `head` may close the pipe before everything is written: that is its right and no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const cli = yargs(hideBin(process.argv))
  .scriptName("sosedstvo")
  .usage("$0 <команда> — муниципальная программа поддержки ТОС от документа до отчёта / from document to report")
  .locale("ru")
  .strict()
  .demandCommand(1, "Назовите команду. / Name a command.")
  .help()
  .version(false)
  .exitProcess(false)
  .fail((message, error) => {
    if (error) throw error;
    throw new UsageError(message);
  });

class UsageError extends Error {}

try {
  await addKeepingCommands(addServerCommands(addEditionCommands(addDocumentCommands(cli))), write).parseAsync();
} catch (error) {
  if (error instanceof Refusal) await sayRefusal(error);
  else if (error instanceof UsageError) complain(`${error.message}\nsosedstvo --help`);
  else throw error;
  process.exitCode = 2;
}
