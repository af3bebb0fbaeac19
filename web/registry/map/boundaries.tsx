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
import type { KeptSubject } from "../../../src/registry/boundary/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { formatHectares } from "../../ui/map/hectares.ts";
import { useText } from "../../ui/text.ts";
import { Pager } from "../parts/pager.tsx";
import { readKeptFilter, writeKeptFilter } from "./kept-filter.ts";
import { explainRefused, type Refused } from "./parts/act.ts";
import { KeptFilterForm } from "./parts/kept-filter-form.tsx";
import { Warnings } from "./parts/warnings.tsx";
import { mapWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = readKeptFilter(new URL(args.request.url).searchParams);
  const kept = await answer(doors, (ctx) => doors.boundaries.listKept(ctx, asked));
  return {
    kept,
    filter: asked.filter,
    mayImport: doors.may("boundary.import"),
    maySetTiles: doors.may("map.set-tiles"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const file = form.get("file");
  const name = file instanceof File ? file.name : "";
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  try {
    const hash = await doors.run((ctx) => doors.boundaries.takeUpload(ctx, { name, bytes }));
    return redirect(inLanguage(paths.boundaryUpload(hash), doors.language));
  } catch (error) {
    return explainRefused(doors, error, form);
  }
}

/** «Границы»: which are recorded, what is amiss, and a file with many of them. */
export default function Boundaries() {
  const { kept, filter, mayImport, maySetTiles } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(mapWords);
  const href = useHref();
  return (
    <>
      <title>{t("boundaries")}</title>
      <Crumbs above={[]} here={t("boundaries")} />
      <h1>{t("boundaries")}</h1>
      <p className="links">
        <a href={href(paths.map)}>{t("title")}</a>
        <a href={href(paths.boundariesFile)}>{t("file")}, GeoJSON</a>
        {maySetTiles && <a href={href(paths.mapTiles)}>{t("tilesTitle")}</a>}
      </p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "file", sentence: refused.sentence }] : []} />
      {mayImport && <Upload />}
      <section className="part">
        <h2>{t("keptAssociations")}</h2>
        <KeptFilterForm filter={filter} settlements={kept.ground.filter(({ kind }) => kind === "settlement")} />
        <p className="note">{t("keptFound", { count: kept.total })}</p>
        {kept.rows.length > 0 && <Subjects name={t("keptAssociations")} subjects={kept.rows} />}
        <Pager
          at={(page) => href(paths.boundaries) + writeKeptFilter(filter, page)}
          page={kept.page}
          pages={kept.pages}
        />
      </section>
      <section className="part">
        <h2>{t("keptGround")}</h2>
        <Subjects name={t("keptGround")} subjects={kept.ground} />
      </section>
    </>
  );
}

function Subjects({ name, subjects }: { readonly name: string; readonly subjects: readonly KeptSubject[] }) {
  const t = useText(mapWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={name}
      columns={[
        { key: "name", head: t("whose") },
        { key: "place", head: t("settlement"), label: t("settlement") },
        { key: "amiss", head: t("amiss"), label: t("amiss") },
        { key: "area", head: t("area"), label: t("area"), number: true },
      ]}
      rows={subjects.map((subject) => ({
        key: subject.id,
        cells: {
          name: <a href={href(paths.boundary(subject))}>{subject.name}</a>,
          place: subject.settlement ?? t(`kind_${subject.kind}`),
          amiss: <Warnings warnings={subject.warnings} />,
          area: subject.squareMetres === null ? t("noBoundary") : formatHectares(subject.squareMetres, language),
        },
      }))}
    />
  );
}

function Upload() {
  const t = useText(mapWords);
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" encType="multipart/form-data" className="form narrow wider">
      <div>
        <label htmlFor="file">{t("uploadFile")}</label>
        <p className="note" id="file-hint">
          {t("uploadHint")}
        </p>
        <input id="file" name="file" type="file" required aria-describedby="file-hint" className="file" />
      </div>
      <Button type="submit" variant="outline" loading={busy}>
        {t("upload")}
      </Button>
    </Form>
  );
}
