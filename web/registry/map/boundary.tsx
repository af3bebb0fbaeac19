import "./editor/editor.css";
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { BoundaryForm } from "./boundary-form.tsx";
import { BoundaryHistory } from "./boundary-history.tsx";
import { loadBoundary, readSubject } from "./load-boundary.ts";
import { explainRefused, type Refused, readAct, readConfirmed, readGeoJsonField, readText } from "./parts/act.ts";
import { Warnings } from "./parts/warnings.tsx";
import { mapWords } from "./words.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadBoundary(args);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const subject = readSubject(args.params);
  const form = await args.request.formData();
  const intent = readText(form, "intent");
  const geojson = intent === "save" ? await readGeoJsonField(form) : "";
  if (intent !== "save" && intent !== "cancel") throw data(null, { status: 400 });
  try {
    await doors.run<unknown>((ctx) =>
      intent === "cancel"
        ? doors.boundaries.cancelBoundary(ctx, { id: readText(form, "record"), basis: readText(form, "basis") })
        : doors.boundaries.recordBoundary(ctx, {
            subject,
            geojson,
            version: Number(readText(form, "version")),
            confirmed: readConfirmed(form),
            ...readAct(form),
          }),
    );
    return redirect(inLanguage(paths.boundary(subject), doors.language));
  } catch (error) {
    return explainRefused(doors, error, form, geojson);
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  "boundary-act": "actKind",
  "boundary-since": "since",
  "boundary-basis": "basis",
  "boundary-cancelled": "history",
};

/** The boundary of an association, a settlement or the district: its line, its act, its past. */
export default function BoundaryPage() {
  const { card, may, talks } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(mapWords);
  const title = t("boundaryTitle", { name: card.name });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.boundaries, text: t("boundaries") }]} here={card.name} />
      <h1>{title}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: FIELDS[refused.code] ?? "geojson", sentence: refused.sentence }] : []}
      />
      {talks && (
        <p className="links">
          <MessagesLink kind={`${card.subject.kind}-boundary`} id={card.subject.id} />
        </p>
      )}
      <Warnings warnings={card.warnings} />
      <BoundaryForm key={card.version} refused={refused} />
      <BoundaryHistory card={card} may={may} />
    </>
  );
}
