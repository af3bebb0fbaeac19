import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import type { UploadRow } from "../../../src/registry/boundary/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { formatHectares } from "../../ui/map/hectares.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { explainRefused, type Refused, readAct, readConfirmed } from "./parts/act.ts";
import { ActFields } from "./parts/act-fields.tsx";
import { mapWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const hash = args.params.hash ?? "";
  return { preview: await answer(doors, (ctx) => doors.boundaries.previewUpload(ctx, hash)), today: doors.today };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const places = form.getAll("place").map(Number);
  const given = { hash: args.params.hash ?? "", places, confirmed: readConfirmed(form), ...readAct(form) };
  try {
    await doors.run((ctx) => doors.boundaries.acceptUpload(ctx, given));
    return redirect(inLanguage(paths.boundaries, doors.language));
  } catch (error) {
    return explainRefused(doors, error, form);
  }
}

const MARKS: Readonly<Record<UploadRow["state"], MarkKind>> = {
  new: "done",
  changed: "done",
  same: "none",
  unknown: "warning",
  twice: "warning",
  crossing: "error",
  empty: "error",
  "too-detailed": "error",
};

/** What a file of boundaries holds, and what would become of each; nothing is recorded before it is accepted. */
export default function UploadPage() {
  const { preview, today } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(mapWords);
  const busy = useNavigation().state === "submitting";
  const title = t("uploadTitle", { name: preview.name });
  const hasCrossing = preview.rows.some(({ state, subject }) => state === "crossing" && subject);
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.boundaries, text: t("boundaries") }]} here={preview.name} />
      <h1>{title}</h1>
      <p className="under">
        {t("uploadUnder")} {preview.passedBy > 0 && t("passedBy", { count: preview.passedBy })}
      </p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "actKind", sentence: refused.sentence }] : []} />
      <Form method="post">
        <Rows />
        <div className="form narrow wider">
          <ActFields refused={refused} today={today} />
          {preview.question && <Agree name={preview.question} />}
          {hasCrossing && <Agree name="repair" />}
          <Button type="submit" loading={busy}>
            {t("accept")}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Agree({ name }: { readonly name: "swapped" | "mercator" | "far" | "repair" }) {
  const t = useText(mapWords);
  return (
    <label className="choice">
      <input type="checkbox" name="confirmed" value={name} /> {t(`agree_${name}`)}
    </label>
  );
}

function Rows() {
  const { preview } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={preview.name}
      columns={[
        { key: "label", head: t("inFile") },
        { key: "subject", head: t("whose"), label: t("whose") },
        { key: "state", head: t("becomes"), label: t("becomes") },
        { key: "area", head: t("area"), label: t("area"), number: true },
      ]}
      rows={preview.rows.map((row) => ({
        key: String(row.place),
        cells: {
          label: <Choice row={row} />,
          subject: row.subject ? `${row.subject.name} (${t(`by_${row.subject.by}`)})` : "—",
          state: <Mark kind={MARKS[row.state]}>{t(`state_${row.state}`)}</Mark>,
          area: row.squareMetres === null ? "—" : formatHectares(row.squareMetres, language),
        },
      }))}
    />
  );
}

/** An object that can be recorded has a tick; one that is new or changed has it set. */
function Choice({ row }: { readonly row: UploadRow }) {
  const { place, label, state, subject } = row;
  const can = subject !== null && (state === "new" || state === "changed" || state === "crossing");
  if (!can) return <>{label}</>;
  return (
    <label className="choice">
      <input type="checkbox" name="place" value={place} defaultChecked={state !== "crossing"} /> {label}
    </label>
  );
}
