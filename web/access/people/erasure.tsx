import { Button, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { attempt, go, readForm } from "../parts/attempt.ts";
import { accessWords } from "../words.ts";
import { personWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  return { id, forecast: await answer(doors, (ctx) => doors.personal.forecast(ctx, id)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const field = await readForm(args.request);
  const personId = args.params.id ?? "";
  return attempt(doors, "erase", async () => {
    await doors.personal.erase({ personId, basis: field("basis"), confirmation: field("confirmation") });
    throw go(doors, paths.person(personId));
  });
}

/** What erasing a person takes away and what the law keeps, and then the form that does it. */
export default function ErasurePage() {
  const t = useText(personWords);
  const access = useText(accessWords);
  const { id, forecast } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered?.refused;
  const field = refused?.code === "erasure-unconfirmed" ? "erase-confirmation" : "erase-basis";
  return (
    <>
      <title>{t("eraseTitle")}</title>
      <Crumbs
        above={[
          { path: paths.people, text: access("people") },
          { path: paths.person(id), text: forecast.confirmation },
        ]}
        here={t("eraseTitle")}
      />
      <h1>{t("eraseOf", { name: forecast.confirmation })}</h1>
      <p className="under">{t("eraseUnder")}</p>
      <ErrorSummary title={access("wrong")} errors={refused ? [{ field, sentence: refused.sentence }] : []} />
      <Kept />
      <Fate />
      <section className="part">
        <h2>{t("eraseDo")}</h2>
        <Form method="post" className="form narrow">
          <TextInput
            id="erase-basis"
            name="basis"
            label={t("eraseBasis")}
            description={t("eraseBasisHint")}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <TextInput
            id="erase-confirmation"
            name="confirmation"
            label={t("eraseConfirm", { name: forecast.confirmation })}
            description={t("eraseConfirmHint")}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <Button type="submit" color="red">
            {t("eraseSubmit")}
          </Button>
        </Form>
      </section>
    </>
  );
}

function Kept() {
  const t = useText(personWords);
  const language = useLanguage();
  const { forecast } = useLoaderData<typeof loader>();
  return (
    <section className="part">
      <h2>{t("kept")}</h2>
      <FigureTable
        name={t("kept")}
        columns={[
          { key: "what", head: t("keptWhat") },
          { key: "rows", head: t("keptRows"), label: t("keptRows"), number: true },
          { key: "files", head: t("keptFiles"), label: t("keptFiles"), number: true },
        ]}
        rows={forecast.kept.map(({ key, title, rows, files }) => ({
          key,
          cells: { what: title[language], rows, files },
        }))}
      />
    </section>
  );
}

function Fate() {
  const t = useText(personWords);
  const language = useLanguage();
  const { goes, sealed, stays } = useLoaderData<typeof loader>().forecast;
  return (
    <>
      <section className="part">
        <h2>{t("goes")}</h2>
        <ul className="points">
          {goes.map((what) => (
            <li key={what.ru}>{capitalise(what[language])}</li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{t("stays")}</h2>
        <ul className="points">
          {stays.map(({ law, things }) => (
            <li key={law}>
              <span lang="ru">{law}</span>
              <ul>
                {things.map(({ what, until }) => (
                  <li key={what.ru + until.ru}>
                    {capitalise(what[language])}: {until[language]}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {sealed.map((what) => (
            <li key={what.ru}>
              {capitalise(what[language])}: {t("staysSealed")}
            </li>
          ))}
          <li>{t("staysRoles")}</li>
        </ul>
      </section>
    </>
  );
}
