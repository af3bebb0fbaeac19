import { readFile } from "node:fs/promises";
import { type CommandOptions, withParts } from "./commands.ts";
import type { VisitorPreview } from "./event/visitors/views.ts";
import { openProgress } from "./progress.ts";

interface VisitorsOptions extends CommandOptions {
  readonly file: string;
  readonly event: string | undefined;
  readonly signed: boolean;
  readonly skipUnsigned: boolean;
  readonly municipality: string | undefined;
}

/** `visitors FILE`: a table of visitors, whole or not at all; 1 where cells are wrong or somebody must say who it is. */
export async function importVisitors(given: VisitorsOptions): Promise<number> {
  const bytes = await readFile(given.file);
  return withParts(
    given.data,
    async ({ events: { visitors } }, run) => {
      const { event } = given;
      const eventId = event === undefined ? "" : await run((ctx) => visitors.findEvent(ctx, event));
      const answers = { ...NOTHING_SAID, eventId, haveSigned: given.signed, skipUnsigned: given.skipUnsigned };
      const table = { text: await visitors.readFile(bytes), answers };
      const preview = await run((ctx) => visitors.preview(ctx, table));
      if (preview.errorCount + preview.counts.ask > 0) return sayProblems(preview, given.write);
      const progress = openProgress();
      const tell = async (done: number, total: number) => {
        progress.show(done / total);
        return true;
      };
      const result = await run((ctx) => visitors.accept(ctx, { ...table, importId: null, tell })).finally(
        progress.close,
      );
      given.write(
        `отметок ${result.marks}, новых людей ${result.people}, были раньше ${result.already}, ждут решения ${result.late}, пропущено ${result.skipped} · marks, new people, already there, waiting, left out\n`,
      );
      return 0;
    },
    given.municipality,
  );
}

const NOTHING_SAID = { columns: {}, cells: {}, rows: {}, similarDiffer: false };

function sayProblems({ errors, errorCount, counts, shown }: VisitorPreview, write: CommandOptions["write"]): number {
  for (const { row, head, sentence } of errors) write(`строка ${row}${head ? `, «${head}»` : ""}: ${sentence}\n`);
  for (const { row, name, candidates } of shown) {
    write(`строка ${row}: ${name} — ${candidates.map((one) => one.name).join(", ")}?\n`);
  }
  write(
    `ошибок ${errorCount}, вопросов ${counts.ask}; ничего не сохранено · errors, questions; nothing stored\n` +
      "Исправьте файл или решите, кто есть кто, на странице «Список участников из файла» · Mend the file, or decide on the page\n",
  );
  return 1;
}
