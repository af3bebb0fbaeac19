import { data, type LoaderFunctionArgs } from "react-router";
import type { ApplicationRow, Calculation } from "../../../src/contest/index.ts";
import type { PlainTable } from "../../../src/desk/index.ts";
import type { Context } from "../../../src/kernel/context.ts";
import { divideRounded } from "../../../src/kernel/decimal.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { answer } from "../../app/answer.ts";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { callWords } from "./words.ts";

/**
 * `applications.xlsx`, `applications.csv`: the table of the page, with every criterion once it is decided; `calculation.json`: the
 * file of the sitting that holds; `applications.docx`, `applications.zip`: all of them to print, and with their attachments.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", file = "" } = args.params;
  if (file === "calculation.json") return sendCalculation(doors, id);
  if (file === "applications.docx" || file === "applications.zip") return sendDossier(doors, id, file);
  const format = /^applications\.(csv|xlsx)$/.exec(file)?.[1];
  if (!format) throw data(null, { status: 404 });
  const { rows, decided } = await answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "application.read");
    const rows = await doors.contests.listApplications(ctx, id);
    return { rows, decided: await loadDecided(doors, ctx, id) };
  });
  const { timeZone } = doors.municipality;
  const table = applicationTable(rows, { language: doors.language, timeZone, decided });
  return sendTable(doors, table, { name: `applications-${doors.today}`, format });
}

interface Decided {
  readonly calculation: Calculation;
  readonly criteria: readonly { readonly key: string; readonly name: string }[];
}

/** Points and awards of the sitting that holds; null before it, and for who does not read the review. */
async function loadDecided(doors: Doors, ctx: Context<Tx>, callId: string): Promise<Decided | null> {
  const { contests } = doors;
  const call = await contests.getCall(ctx, callId);
  const jury = doors.may("jury.read") ? await contests.getJury(ctx, callId) : null;
  if (call.state !== "decided" || jury?.own !== null) return null;
  const sittingId = (await contests.listSittings(ctx, callId)).find(({ state }) => state === "decided")?.id ?? "";
  const { calculation } = await contests.explainSitting(ctx, { callId, sittingId });
  return { calculation, criteria: call.terms.rules.criteria };
}

async function sendDossier(doors: Doors, callId: string, name: string): Promise<Response> {
  const { printed, files } = await answer(doors, (ctx) => doors.contests.openDossier(ctx, callId));
  const disposition = { "content-disposition": `attachment; filename="${name}"` };
  if (name.endsWith(".docx"))
    return new Response(new Uint8Array(printed), { headers: { "content-type": DOCX, ...disposition } });
  const own = { name: "applications.docx", bytes: printed.length, open: async () => printed };
  const parts = files.map(({ path, hash, bytes }) => ({ name: path, bytes, open: () => doors.readFile(hash) }));
  const { body, bytes } = await doors.streamArchive([own, ...parts]);
  const headers = { "content-type": "application/zip", "content-length": String(bytes), ...disposition };
  return new Response(body, { headers });
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function sendCalculation(doors: Doors, callId: string): Promise<Response> {
  const { file } = await answer(doors, async (ctx) => {
    const sittings = await doors.contests.listSittings(ctx, callId);
    const sittingId = sittings.find(({ state }) => state === "decided")?.id ?? "";
    return doors.contests.readCalculation(ctx, { callId, sittingId });
  });
  const disposition = { "content-disposition": 'attachment; filename="calculation.json"' };
  return new Response(file, { headers: { "content-type": "application/json; charset=utf-8", ...disposition } });
}

const inRoubles = (kopecks: bigint | null) => (kopecks ?? 0n) * 10_000n;

interface TableOf {
  readonly language: Language;
  readonly timeZone: string;
  readonly decided: Decided | null;
}

function applicationTable(rows: readonly ApplicationRow[], { language, timeZone, decided }: TableOf): PlainTable {
  const t = makeText(callWords, language);
  const words = makeText(contestWords, language);
  const add = (key: "requested" | "own") => rows.reduce((all, row) => all + inRoubles(row[key]), 0n);
  const awarded = decided?.calculation.awards.reduce((all, { kopecks }) => all + inRoubles(kopecks), 0n) ?? 0n;
  const scored = decided ? [...decided.criteria.map(({ name }) => name), t("points"), t("place"), t("awarded")] : [];
  return {
    title: t("applications"),
    heads: [
      ...[t("number"), t("title_"), t("association"), words("state"), t("submitted"), t("asked"), t("ownSum")],
      ...scored,
    ],
    rows: rows.map((row) => [
      row.number ?? "",
      row.title,
      row.association ?? "",
      words(`application-${row.state}`),
      row.submittedAt === null ? "" : formatInstant(row.submittedAt, timeZone, language),
      inRoubles(row.requested),
      inRoubles(row.own),
      ...(decided ? scoreCells(row.number, decided) : []),
    ]),
    totals: [
      ...[words("total"), "", "", "", "", add("requested"), add("own")],
      ...(decided ? [...decided.criteria.map(() => ""), "", "", awarded] : []),
    ],
  };
}

/** Points by criterion with their weight, the total, the place and the award. */
function scoreCells(number: number | null, { calculation, criteria }: Decided): readonly (string | number | bigint)[] {
  const score = calculation.scores.find((one) => one.number === number);
  const place = calculation.places.find((one) => one.number === number);
  const award = calculation.awards.find((one) => one.number === number);
  const figures = criteria.map(({ key }) => {
    const figure = score?.criteria.find((one) => one.key === key)?.figure;
    return figure ? divideRounded(figure.over, figure.under) : "";
  });
  return [...figures, score?.total ?? "", place?.place ?? "", award ? inRoubles(award.kopecks) : ""];
}
