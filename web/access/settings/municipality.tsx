import "./settings.css";
import { Button, Checkbox, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router";
import type { Particulars, Population } from "../../../src/access/tenant/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useBase } from "../../app/link.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { languageOf, useLanguage } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
import { listTabs, SettingsNav } from "./settings-nav.tsx";
import { settingsWords } from "./words.ts";

const LOGO_PIXELS = 256;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { loaded, population } = await answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "municipality.change");
    return { loaded: await doors.access.loadMunicipality(ctx), population: await doors.access.listPopulation(ctx) };
  });
  const { id: _id, revision: _revision, regionId: _region, ...municipality } = loaded;
  return { municipality, population, tabs: listTabs(doors.actor) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { intent, version, logo, assumed, ...fields } = Object.fromEntries(form);
  try {
    if (intent === "population") {
      await doors.run((ctx) => doors.access.recordPopulation(ctx, { ...fields, assumed: assumed !== undefined }));
    } else if (intent === "logo-remove") {
      await doors.run((ctx) => doors.access.changeLogo(ctx, null));
    } else if (intent === "logo") {
      if (!(logo instanceof File) || logo.size === 0) {
        const sentence = makeText(settingsWords, languageOf(new URL(args.request.url).pathname))("logoMissing");
        return data({ field: "logo", sentence, typed: {} }, { status: 422 });
      }
      await doors.run(async (ctx) => doors.access.requirePermission(ctx, "municipality.change"));
      const hash = await doors.savePicture(new Uint8Array(await logo.arrayBuffer()), LOGO_PIXELS);
      await doors.run((ctx) => doors.access.changeLogo(ctx, hash));
    } else {
      await doors.run((ctx) => doors.access.changeMunicipality(ctx, fields, Number(version)));
    }
    return { saved: true as const };
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const field = intent === "population" ? "year" : intent === "logo" ? "logo" : "name";
    const typed = intent === "particulars" ? pickText(fields) : {};
    return data({ field, sentence: explained.sentence, typed }, { status: explained.status });
  }
}

/** What was typed, so that a refusal loses nothing of it. */
function pickText(fields: Readonly<Record<string, FormDataEntryValue>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** The municipality's own particulars, its population by year and its mark. */
export default function MunicipalityPage() {
  const { municipality, population, tabs } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const t = useText(settingsWords);
  const refused = said && "sentence" in said ? said : null;
  return (
    <div className="settings">
      <title>{t("municipalityTitle")}</title>
      <SettingsNav tabs={tabs} />
      <h1>{t("municipalityTitle")}</h1>
      <p className="under">{t("municipalityLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [refused] : []} />
      {said && "saved" in said && (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      )}
      <ParticularsForm key={municipality.version} {...municipality} {...refused?.typed} />
      <PopulationPart population={population} />
      <LogoPart logoHash={municipality.logoHash} />
    </div>
  );
}

function ParticularsForm(municipality: Particulars & { readonly version: number }) {
  const t = useText(settingsWords);
  const field = (name: keyof Particulars, hint?: "nameGenitiveHint" | "timeZoneHint" | "oktmoHint" | "hostHint") => (
    <TextInput
      id={name}
      name={name}
      label={t(name)}
      description={hint && t(hint)}
      defaultValue={municipality[name] ?? ""}
    />
  );
  return (
    <Form method="post" className="form wider">
      <input type="hidden" name="version" value={municipality.version} />
      {field("name")}
      {field("nameGenitive", "nameGenitiveHint")}
      {field("nameShort")}
      {field("timeZone", "timeZoneHint")}
      {field("oktmo", "oktmoHint")}
      {field("postalAddress")}
      {field("contactEmail")}
      {field("contactPhone")}
      {field("host", "hostHint")}
      <Button type="submit" name="intent" value="particulars">
        {t("save")}
      </Button>
    </Form>
  );
}

function PopulationPart({ population }: { readonly population: readonly Population[] }) {
  const t = useText(settingsWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{t("populationTitle")}</h2>
      <p className="note">{t("populationLead")}</p>
      {population.length === 0 && <p>{t("populationNone")}</p>}
      {population.length > 0 && (
        <FigureTable
          name={t("populationTitle")}
          columns={[
            { key: "year", head: t("year") },
            { key: "people", head: t("people"), label: t("people"), number: true },
            { key: "source", head: t("source"), label: t("source") },
          ]}
          rows={population.map(({ year, people, source, assumed }) => ({
            key: String(year),
            cells: {
              year,
              people: formatCount(people, language),
              source: assumed ? `${source} (${t("assumedShort")})` : source,
            },
          }))}
        />
      )}
      <Form method="post" className="form row-form">
        <TextInput id="year" name="year" label={t("year")} inputMode="numeric" />
        <TextInput id="people" name="people" label={t("people")} inputMode="numeric" />
        <TextInput id="source" name="source" label={t("source")} />
        <Checkbox id="assumed" name="assumed" label={t("assumed")} />
        <Button type="submit" name="intent" value="population" variant="outline">
          {t("populationAdd")}
        </Button>
      </Form>
    </section>
  );
}

function LogoPart({ logoHash }: { readonly logoHash: string | null }) {
  const t = useText(settingsWords);
  const base = useBase();
  return (
    <section>
      <h2>{t("logoTitle")}</h2>
      <p className="note">{t("logoLead")}</p>
      {logoHash && <img className="logo" src={`${base}/marks/${logoHash.slice(0, 12)}.webp`} alt={t("logoAlt")} />}
      <Form method="post" encType="multipart/form-data" className="form">
        <div>
          <label htmlFor="logo">{t("logoFile")}</label>
          <input id="logo" name="logo" type="file" className="file" accept="image/png,image/jpeg,image/webp" />
        </div>
        <Button type="submit" name="intent" value="logo" variant="outline">
          {t("logoAdd")}
        </Button>
        {logoHash && (
          <button type="submit" name="intent" value="logo-remove" className="link">
            {t("logoRemove")}
          </button>
        )}
      </Form>
    </section>
  );
}
