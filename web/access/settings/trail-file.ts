import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { makeText } from "../../ui/text.ts";
import { writeCsv } from "../../ui/write-csv.ts";
import { readFilter } from "./trail-filter.ts";
import { listChanges, nameActor } from "./trail-words.ts";
import { settingsWords } from "./words.ts";

/** The rows of the trail as a table, with codes, ids and hashes, so that an auditor can check the chain elsewhere. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const rows = await answer(doors, (ctx) => doors.access.exportTrail(ctx, filter));
  const t = makeText(settingsWords, doors.language);
  const head = [
    "number",
    "at",
    "actor",
    "actor_id",
    "roles",
    "action",
    "subject_kind",
    "subject_id",
    "basis",
    "refusal",
    "changes",
    "hash",
  ];
  const lines = rows.map((row) => [
    row.number === null ? "" : String(row.number),
    row.at.toISOString(),
    nameActor(row.actor, t),
    row.actor.kind === "person" ? row.actor.id : "",
    row.roles.join(" "),
    row.action,
    row.subject.kind,
    row.subject.id ?? "",
    row.basis ?? "",
    row.refusal ?? "",
    listChanges(row, { t, language: null }).join("; "),
    row.hash ?? "",
  ]);
  return new Response(writeCsv([head, ...lines]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="trail-${doors.municipality.slug}-${doors.today}.csv"`,
    },
  });
}
