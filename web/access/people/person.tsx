import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { attempt, fieldsOf } from "../parts/attempt.ts";
import { nameRole } from "../parts/name-role.ts";
import { Done } from "../parts/notice.tsx";
import { readRole } from "../parts/role-options.tsx";
import { accessWords } from "../words.ts";
import { Consents } from "./consents.tsx";
import { loadPerson, type Person } from "./person-data.ts";
import { PersonalData } from "./personal-data.tsx";
import { recordConsent } from "./record-consent.ts";
import { EndRoleForm, GiveRoleForm } from "./role-forms.tsx";

export function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return loadPerson(doors, args.params.id);
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const intent = fieldsOf(form)("intent");
  return attempt(doors, intent, async () => {
    await act(doors, args.params.id ?? "", form);
    return { done: true };
  });
}

async function act(doors: Doors, personId: string, form: FormData): Promise<void> {
  const field = fieldsOf(form);
  const given = { on: field("on"), basis: field("basis") };
  switch (field("intent")) {
    case "end":
      return doors.run((ctx) => doors.people.endRole(ctx, { ...given, id: field("id") }));
    case "consent":
      return recordConsent(doors, personId, form);
    case "withdrawal": {
      const paper = { consentId: field("id"), receivedOn: given.on, basis: given.basis };
      return doors.run((ctx) => doors.access.recordPaperWithdrawal(ctx, paper));
    }
    default: {
      const holding = { ...given, personId, ...readRole(field("role")) };
      return doors.run((ctx) => doors.people.giveRole(ctx, holding));
    }
  }
}

const FIELDS: Readonly<Record<string, string>> = { consent: "paper-consent", withdrawal: "consents", give: "role" };

/** One person: roles held, ended, to give; consents; what is done with their data on their request. */
export default function PersonPage() {
  const t = useText(accessWords);
  const person = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const name = person.erased ? t("erasedPerson") : person.name;
  const title = t("personTitle", { name });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.people, text: t("people") }]} here={name} />
      <h1>{title}</h1>
      {!person.erased && <p className="under">{person.email}</p>}
      <ErrorSummary
        title={t("wrong")}
        errors={refused ? [{ field: FIELDS[refused.intent] ?? "content", sentence: refused.sentence }] : []}
      />
      <Done>{answer && "done" in answer ? t("done") : null}</Done>
      <Current person={person} />
      {person.mayGive && <GiveRoleForm person={person} />}
      {person.ended.length > 0 && <Past person={person} />}
      <Consents person={person} />
      {(person.mayExport || person.mayErase) && <PersonalData person={person} />}
    </>
  );
}

function Current({ person }: { readonly person: Person }) {
  const t = useText(accessWords);
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("currentRoles")}</h2>
      {person.holdings.length === 0 && <p className="under">{t("noRoles")}</p>}
      <ul className="holdings">
        {person.holdings.map((holding) => (
          <li key={holding.id}>
            <p>
              <strong>{nameRole(holding, language)}</strong>{" "}
              {t("since", { date: formatDate(holding.givenOn, language) })}
              <br />
              <span className="note">
                {t("basis")}: <Words>{holding.basis}</Words>
              </span>
            </p>
            {person.mayGive && <EndRoleForm holding={holding} today={person.today} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Past({ person }: { readonly person: Person }) {
  const t = useText(accessWords);
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("pastRoles")}</h2>
      <FigureTable
        name={t("pastRoles")}
        columns={[
          { key: "role", head: t("role") },
          { key: "time", head: t("giveOn"), label: t("giveOn") },
          { key: "basis", head: t("basis"), label: t("basis") },
        ]}
        rows={person.ended.map((holding) => ({
          key: holding.id,
          cells: {
            role: nameRole(holding, language),
            time: t("until", {
              from: formatDate(holding.givenOn, language),
              to: formatDate(holding.endedOn ?? "", language),
            }),
            basis: <Words>{holding.endedBasis ?? ""}</Words>,
          },
        }))}
      />
    </section>
  );
}
