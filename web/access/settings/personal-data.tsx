import "./settings.css";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { may } from "../../../src/access/permissions.ts";
import { PURPOSES, type Purpose } from "../../../src/access/personal/purposes.ts";
import { answer } from "../../app/answer.ts";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant, parseLocal } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { ConsentTexts } from "./consent-texts.tsx";
import { Duties } from "./duties.tsx";
import { Incidents } from "./incidents.tsx";
import { listTabs, SettingsNav } from "./settings-nav.tsx";
import { settingsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { view, texts, municipality } = await answer(doors, async (ctx) => ({
    view: await doors.access.readOperator(ctx),
    texts: await doors.access.listCurrentTexts(ctx),
    municipality: await doors.access.loadMunicipality(ctx),
  }));
  const drafts = Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, doors.access.draftConsentText(purpose, municipality)]),
  ) as Record<Purpose, string>;
  return {
    ...view,
    texts,
    drafts,
    now: new Date(),
    today: doors.today,
    mayOperate: may(doors.actor, "personal.operate"),
    mayPublish: may(doors.actor, "consent.publish"),
    tabs: listTabs(doors.actor),
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  try {
    await act(doors, form);
    return redirect(inLanguage(paths.personalData, doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence, field: String(form.get("intent")) }, { status: explained.status });
  }
}

function act({ access, run, municipality }: Doors, form: FormData): Promise<unknown> {
  const text = (name: string) => String(form.get(name) ?? "");
  switch (form.get("intent")) {
    case "duty":
      return run((ctx) =>
        access.recordDuty(ctx, { item: text("item"), doneOn: text("on") || null, basis: text("basis") }),
      );
    case "incident":
      return run((ctx) =>
        access.openIncident(ctx, {
          foundAt: parseLocal(text("foundAt"), municipality.timeZone),
          description: text("description"),
        }),
      );
    case "step":
      return run((ctx) => access.takeIncidentStep(ctx, { id: text("id"), step: text("step"), note: text("note") }));
    default:
      return run((ctx) => access.publishConsentText(ctx, { purpose: text("purpose"), body: text("body") }));
  }
}

/** What the municipality owes as the operator of people's data, and how it stands. */
export default function PersonalDataPage() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string; field: string }>();
  const t = useText(settingsWords);
  return (
    <div className="settings">
      <title>{t("dataTitle")}</title>
      <SettingsNav tabs={loaded.tabs} />
      <h1>{t("dataTitle")}</h1>
      <p className="under">{t("dataLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [refused] : []} />
      <Incidents incidents={loaded.incidents} now={loaded.now} mayOperate={loaded.mayOperate} />
      <Duties duties={loaded.duties} today={loaded.today} mayOperate={loaded.mayOperate} />
      <ConsentTexts texts={loaded.texts} drafts={loaded.drafts} mayPublish={loaded.mayPublish} />
      <Reads />
    </div>
  );
}

function Reads() {
  const { reads } = useLoaderData<typeof loader>();
  const t = useText(settingsWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section>
      <h2>{t("readsTitle")}</h2>
      {reads.length === 0 && <p>{t("readsNone")}</p>}
      {reads.length > 0 && (
        <FigureTable
          name={t("readsTitle")}
          columns={[
            { key: "when", head: t("readsWhen") },
            { key: "who", head: t("readsWho"), label: t("readsWho") },
            { key: "place", head: t("readsPlace"), label: t("readsPlace") },
            { key: "people", head: t("readsPeople"), label: t("readsPeople"), number: true },
          ]}
          rows={reads.map(({ id, at, reader, place, people }) => ({
            key: id,
            cells: {
              when: formatInstant(at.toISOString(), timeZone, language),
              who: reader.name ?? t("trailErased"),
              place,
              people,
            },
          }))}
        />
      )}
    </section>
  );
}
