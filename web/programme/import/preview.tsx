import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { z } from "zod";
import type { Severity } from "../../../src/kernel/finding.ts";
import { PARTS, type Part } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { formatInstant } from "../../ui/dates.ts";
import { formatBytes } from "../../ui/format.ts";
import { languageOf, useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { Decision } from "./decision.tsx";
import { numberFindings, outlinePart } from "./outline.ts";
import { Outline } from "./outline-view.tsx";
import { Counts, Tabs } from "./verdict.tsx";
import { importWords } from "./words.ts";

/** One part of a document as printed, with its findings; the counts of the others. */
export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const view = await answer(doors, (ctx) => doors.programme.getReading(ctx, args.params.id ?? ""));
  const url = new URL(args.request.url);
  const numbered = numberFindings(view.findings);
  const part = choosePart(
    url.searchParams.get("part"),
    numbered.map(({ finding }) => finding.where.part),
  );
  const blocks = outlinePart(view.content, part, numbered);
  const all = url.searchParams.has("all");
  const { content, findings, ...head } = view;
  return {
    head,
    part,
    all,
    years: content.years,
    timeZone: doors.municipality.timeZone,
    blocks: all ? blocks : blocks.filter((block) => block.findings.length > 0),
    blockCount: blocks.length,
    counts: countBy(findings.map(({ severity }) => severity)),
    parts: PARTS.map((name) => ({ name, count: findings.filter(({ where }) => where.part === name).length })),
    understood: !findings.some(({ code }) => code === "not-understood"),
  };
}

export type PreviewData = Awaited<ReturnType<typeof loader>>;

function countBy(severities: readonly Severity[]): Record<Severity, number> {
  const count = (severity: Severity) => severities.filter((other) => other === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** The part that was asked for, else the one with most findings. */
function choosePart(asked: string | null, found: readonly Part[]): Part {
  const known = PARTS.find((part) => part === asked);
  const most = (part: Part) => found.filter((other) => other === part).length;
  return known ?? PARTS.toSorted((a, b) => most(b) - most(a))[0] ?? "annex2";
}

const shape = z.object({
  decision: z.enum(["approve", "discard"]),
  version: z.coerce.number().int(),
  basis: z.string().default(""),
  acceptErrors: z.literal("on").optional(),
});

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const language = languageOf(new URL(args.request.url).pathname);
  const form = shape.parse(Object.fromEntries(await args.request.formData()));
  try {
    return redirect(inLanguage(await decide(doors, args.params.id ?? "", form), language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence, basis: form.basis }, { status: explained.status });
  }
}

/** Where the decision leads: the new edition, or back to the desk. */
async function decide(doors: Doors, id: string, form: z.infer<typeof shape>): Promise<string> {
  const { version, basis } = form;
  if (form.decision === "discard") {
    await doors.run((ctx) => doors.programme.discardReading(ctx, { id, version }));
    return paths.desk;
  }
  const approval = { version, basis, acceptErrors: form.acceptErrors === "on" };
  const edition = await doors.run((ctx) => doors.programme.approveReading(ctx, id, approval));
  return paths.edition(edition.slug, edition.number);
}

export default function Preview() {
  const t = useText(importWords);
  const href = useHref();
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { head, counts, timeZone } = loaded;
  const when = formatInstant(head.readAt, timeZone, language);
  return (
    <>
      <title>{`${head.fileName} · ${t("uploadTitle")}`}</title>
      <p className="kicker">
        <a href={href(paths.desk)}>{t("toDesk")}</a>
      </p>
      <h1>{headline(loaded, t)}</h1>
      <p className="under">
        {t("about", { file: head.fileName, size: formatBytes(head.fileBytes, language), when, who: head.readBy })}
      </p>
      {answered && <Trouble title={t("notApproved")} sentence={answered.sentence} />}
      <div className="verdict">
        <Counts counts={counts} />
        <Decision head={head} errors={counts.error} basis={answered?.basis} />
      </div>
      <Tabs parts={loaded.parts} current={loaded.part} />
      <Outline {...loaded} />
    </>
  );
}

function headline({ understood, counts }: PreviewData, t: ReturnType<typeof useText<typeof importWords.ru>>): string {
  if (counts.error > 0) return t("headErrors", { count: counts.error });
  return understood ? t("headClean") : t("headPartly");
}
