import { Button, Checkbox, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router";
import { may } from "../../../src/access/permissions.ts";
import { ROLE_NAMES, ROLES } from "../../../src/access/roles.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { attempt } from "../parts/attempt.ts";
import { EmailField } from "../parts/fields.tsx";
import { Done } from "../parts/notice.tsx";
import { RoleOptions, readRole } from "../parts/role-options.tsx";
import { accessWords } from "../words.ts";
import { Handed } from "./handed.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const choices = await doors.run((ctx) => doors.people.listSubjects(ctx));
  const wanted = new URL(args.request.url).searchParams.getAll("role");
  return { sendsLetters: doors.access.sendsLetters, allowed: may(doors.actor, "person.create"), wanted, choices };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const offer = {
    email: String(form.get("email") ?? ""),
    basis: String(form.get("basis") ?? ""),
    roles: form.getAll("roles").map(String),
  };
  const within = readRole(String(form.get("within") ?? ""));
  if (within.role !== "") offer.roles.push(within.role);
  return attempt(doors, "invite", async () => {
    const link = await doors.access.invite({ ...offer, subjectId: within.subjectId, language: doors.language });
    return data({ email: offer.email, link });
  });
}

/** An address, its roles and why. */
export default function Invite() {
  const t = useText(accessWords);
  const href = useHref();
  const { sendsLetters, allowed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const done = answer && "email" in answer ? answer : undefined;
  if (!allowed) return <NotAllowed />;
  return (
    <div className="narrow wider">
      <title>{t("inviteTitle")}</title>
      <h1>{t("inviteTitle")}</h1>
      <p className="under">{sendsLetters ? t("inviteLead") : t("inviteLeadHand")}</p>
      <ErrorSummary
        title={t("wrong")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Done>{done && done.link === null ? t("sentTo", { email: done.email }) : null}</Done>
      {done?.link && <Handed link={done.link} email={done.email} />}
      <OfferForm key={done?.email} />
      <p>
        <a href={href(paths.people)}>{t("people")}</a>
      </p>
    </div>
  );
}

function NotAllowed() {
  const t = useText(accessWords);
  const language = useLanguage();
  return (
    <div className="narrow wider">
      <title>{t("inviteTitle")}</title>
      <h1>{t("inviteTitle")}</h1>
      <p className="under">{t("inviteNot", { role: ROLE_NAMES.administrator[language] })}</p>
    </div>
  );
}

function fieldOf(code: string): string {
  if (code === "roles-missing") return "roles";
  if (code.startsWith("role-subject")) return "within";
  return code === "role-basis-missing" ? "basis" : "invited-email";
}

/** One role that is held in a settlement or an association; where the register has none, how to come by it. */
function RoleWithin() {
  const t = useText(accessWords);
  const { choices } = useLoaderData<typeof loader>();
  if (choices.every(({ subjects }) => subjects.length === 0)) return <p className="note">{t("inviteWithinNone")}</p>;
  return (
    <div>
      <label className="field-label" htmlFor="within">
        {t("inviteWithin")}
      </label>
      <select id="within" name="within" className="select">
        <option value="">{t("inviteWithinNo")}</option>
        <RoleOptions choices={choices} />
      </select>
    </div>
  );
}

function OfferForm() {
  const t = useText(accessWords);
  const language = useLanguage();
  const { wanted, choices } = useLoaderData<typeof loader>();
  const within = new Set<string>(choices.map(({ role }) => role));
  return (
    <Form method="post" className="form">
      <EmailField id="invited-email" />
      <fieldset className="choices" id="roles">
        <legend>{t("inviteRoles")}</legend>
        {ROLES.filter((role) => role !== "resident" && !within.has(role)).map((role) => (
          <Checkbox
            key={role}
            name="roles"
            value={role}
            label={ROLE_NAMES[role][language]}
            defaultChecked={wanted.includes(role)}
          />
        ))}
      </fieldset>
      <RoleWithin />
      <TextInput
        id="basis"
        name="basis"
        label={t("basis")}
        description={t("basisHint")}
        maxLength={500}
        required
        withAsterisk={false}
      />
      <Button type="submit">{t("inviteSubmit")}</Button>
    </Form>
  );
}
