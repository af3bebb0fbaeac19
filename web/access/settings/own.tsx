import "./settings.css";
import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { PURPOSE_TEXTS } from "../../../src/access/personal/purposes.ts";
import type { ConsentView } from "../../../src/access/personal/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { listRoles } from "../parts/name-role.ts";
import { listTabs, SettingsNav } from "./settings-nav.tsx";
import { settingsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { own, contact, roles } = await answer(doors, async (ctx) => ({
    roles: await doors.people.nameOwnRoles(ctx),
    own: await doors.access.readOwnConsents(ctx),
    contact: (await doors.access.loadMunicipality(ctx)).contactEmail,
  }));
  const open = own.open.map(({ id, purpose, body }) => ({ id, purpose, body }));
  return { consents: own.consents, open, contact, roles, tabs: listTabs(doors.actor) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = String(form.get("id") ?? "");
  try {
    if (form.get("intent") === "withdraw") await doors.run((ctx) => doors.access.withdrawConsent(ctx, id));
    else await doors.run((ctx) => doors.access.giveConsent(ctx, id));
    return redirect(inLanguage(paths.own, doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** What the system knows of the person who looks, and what they agreed to. */
export default function OwnPage() {
  const { consents, open, contact, roles, tabs } = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string }>();
  const t = useText(settingsWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <div className="settings">
      <title>{t("ownTitle")}</title>
      <SettingsNav tabs={tabs} />
      <h1>{t("ownTitle")}</h1>
      <p className="under">{t("ownLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "consents", sentence: refused.sentence }] : []} />
      <section>
        <h2>{t("ownRoles")}</h2>
        <p>{roles.length === 0 ? t("ownNoRoles") : listRoles(roles, language)}</p>
      </section>
      <section id="consents">
        <h2>{t("ownConsents")}</h2>
        {consents.length === 0 && <p>{t("ownConsentsNone")}</p>}
        {consents.map((consent) => (
          <Consent key={consent.id} {...consent} />
        ))}
        {open.map(({ id, purpose, body }) => (
          <div key={id} className="item">
            <h3>{PURPOSE_TEXTS[purpose].title[language]}</h3>
            <details>
              <summary>{t("ownOpen")}</summary>
              <p className="consent-text" lang="ru">
                {body}
              </p>
              <Form method="post">
                <input type="hidden" name="id" value={id} />
                <Button type="submit" name="intent" value="give" variant="outline">
                  {t("consentGive")}
                </Button>
              </Form>
            </details>
          </div>
        ))}
      </section>
      <section>
        <h2>{t("ownExport")}</h2>
        <p className="note">{t("ownExportLead")}</p>
        <p>
          <a href={href(paths.ownFile)} download>
            {t("ownExportButton")}
          </a>
        </p>
        {contact !== "" && <p className="note">{t("ownErase", { contact })}</p>}
      </section>
    </div>
  );
}

function Consent(consent: ConsentView) {
  const t = useText(settingsWords);
  const language = useLanguage();
  const { id, purpose, version, givenOn, channel, withdrawnOn } = consent;
  const said = [
    t("consentGiven", { on: formatDate(givenOn, language), version }),
    t(channel === "paper" ? "consentPaper" : "consentSite"),
    withdrawnOn && t("consentWithdrawn", { on: formatDate(withdrawnOn, language) }),
  ];
  return (
    <div className="item">
      <h3>{PURPOSE_TEXTS[purpose].title[language]}</h3>
      <p className="note">{said.filter(Boolean).join(", ")}</p>
      {withdrawnOn === null && (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <button type="submit" name="intent" value="withdraw" className="link">
            {t("consentWithdraw")}
          </button>
        </Form>
      )}
    </div>
  );
}
