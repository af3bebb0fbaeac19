import "./registry.css";
import { Button, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import type { FieldView } from "../../src/registry/association/views.ts";
import { SECTION_NAMES, SECTIONS } from "../../src/registry/record/fields.data.ts";
import { fieldsOf } from "../../src/registry/record/record.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { type Doors, doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readTyped, runFor } from "./parts/act.ts";
import { Meanwhile } from "./parts/meanwhile.tsx";
import { SectionField } from "./parts/section-field.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", section = "" } = args.params;
  const corrects = new URL(args.request.url).searchParams.get("corrects") ?? "";
  const { association, view } = await loadView(doors, { id, section, corrects });
  const settlements = await doors.run((ctx) => doors.registry.listSettlements(ctx));
  return { association, view, corrects, settlements, today: doors.today };
}

async function loadView(
  doors: Doors,
  given: { readonly id: string; readonly section: string; readonly corrects: string },
) {
  const { id, section, corrects } = given;
  if (corrects !== "") {
    const found = await answer(doors, (ctx) => doors.registry.getEntry(ctx, id, corrects));
    return { association: found.association, view: found.section };
  }
  const { association, sections } = await answer(doors, (ctx) => doors.registry.getCard(ctx, id));
  const view = sections.find((one) => one.section === section) ?? sections[0];
  if (!view) throw new Error("a card has sections");
  return { association, view };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const typed = readTyped(form);
  const { section = "", seen = "", corrects = "", since = "", basis = "", intent } = typed;
  const given = { section, seen, corrects, since, basis, typed };
  const { refused } = await runFor(doors, form, (ctx) =>
    intent === "take-back" ? doors.registry.withdrawEntry(ctx, id, given) : doors.registry.saveSection(ctx, id, given),
  );
  if (!refused) return redirect(`${inLanguage(paths.associationCard(id), doors.language)}#${section}`);
  const known = SECTIONS.find((one) => one === section);
  const isStale = refused.data.code === "association-changed" && known !== undefined;
  const meanwhile = isStale
    ? await doors.run((ctx) => doors.registry.getMeanwhile(ctx, id, { section: known, seen }))
    : null;
  return { ...refused, data: { ...refused.data, meanwhile } };
}

/** A section of an association's record: a change of it, or the correction of an earlier entry. */
export default function SectionForm() {
  const { association, view, corrects } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(registryWords);
  const language = useLanguage();
  const section = SECTION_NAMES[view.section][language];
  const title =
    corrects === "" ? t("sectionTitle", { section, name: association.name }) : t("correctTitle", { section });
  const field = refused && findField(refused.sentence, view.section, language);
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.registry, text: t("register") },
          { path: paths.associationCard(association.id), text: association.name },
        ]}
        here={section}
      />
      <h1>{title}</h1>
      <p className="under">{t(corrects === "" ? "changeLead" : "correctLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: field ?? "save", sentence: refused.sentence }] : []}
      />
      {refused?.meanwhile && <Meanwhile view={refused.meanwhile} />}
      <Fields wrong={field} />
    </div>
  );
}

/** The field that a sentence names: each begins with its field's name. */
function findField(sentence: string, section: FieldView["key"] | string, language: "ru" | "en"): string | undefined {
  const own = fieldsOf(SECTIONS.find((one) => one === section) ?? "name");
  return own.find((field) => [field.ru, field[language]].some((head) => sentence.startsWith(`${head}:`)))?.key;
}

function Fields({ wrong }: { readonly wrong: string | undefined }) {
  const { view, corrects, settlements, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(registryWords);
  const busy = useNavigation().state === "submitting";
  const fields = fieldsOf(view.section);
  const begins = fields.some((field) => field.begins);
  const filled = (key: string) => refused?.typed[key] ?? fill(view.fields.find((field) => field.key === key));
  return (
    <Form method="post" className="form">
      <input type="hidden" name="section" value={view.section} />
      <input type="hidden" name="seen" value={view.seen} />
      <input type="hidden" name="corrects" value={corrects} />
      {fields.map((field) => (
        <SectionField
          key={field.key}
          field={field}
          filled={filled(field.key)}
          error={wrong === field.key ? refused?.sentence : undefined}
          settlements={settlements}
        />
      ))}
      {!begins && (
        <TextInput
          id="since"
          name="since"
          type="date"
          label={t("sinceLabel")}
          defaultValue={refused?.typed.since ?? (corrects === "" ? today : (view.since ?? today))}
        />
      )}
      <TextInput
        id="basis"
        name="basis"
        label={t(corrects === "" ? "basisLabel" : "reasonLabel")}
        defaultValue={refused?.typed.basis ?? ""}
        maxLength={1000}
      />
      <Button id="save" type="submit" loading={busy}>
        {t("save")}
      </Button>
      {corrects !== "" && (
        <Button type="submit" name="intent" value="take-back" variant="outline">
          {t("takeBack")}
        </Button>
      )}
    </Form>
  );
}

/** A value as an input has it. */
function fill(field: FieldView | undefined): string {
  if (!field) return "";
  const { key, value, text } = field;
  if (key === "settlementId" || typeof value === "string") return key === "chair" ? text : String(value);
  if (key === "hidden") return (value as readonly string[]).join("\n");
  return text;
}
