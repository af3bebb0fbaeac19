import "./registry.css";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { readTyped, runFor } from "./parts/act.ts";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const association = await answer(doors, (ctx) => doors.registry.getAssociation(ctx, id));
  const choices = await answer(doors, (ctx) => doors.registry.listAccountChoices(ctx, id));
  return { association, ...choices, mayForget: doors.may("personal.erase") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const { boardPersonId = "", personId = "", basis = "", intent } = readTyped(form);
  const { refused } = await runFor(doors, form, (ctx) =>
    intent === "forget"
      ? doors.registry.forgetPerson(ctx, id, { boardPersonId, basis })
      : doors.registry.joinAccount(ctx, id, { boardPersonId, personId }),
  );
  return refused ?? redirect(inLanguage(paths.associationPeople(id), doors.language));
}

/** The people of an association's bodies: whose account is whose, and whose name is taken out at their request. */
export default function People() {
  const { association, people, accounts, mayForget } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(registryWords);
  const title = t("peopleTitle");
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.registry, text: t("register") },
          { path: paths.associationCard(association.id), text: association.name },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="under">{t("peopleLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "people", sentence: refused.sentence }] : []} />
      <div id="people">
        {people.map(({ id, name, personId }) => (
          <section key={id} className="part">
            <h2>{name}</h2>
            <Form method="post" className="form">
              <input type="hidden" name="boardPersonId" value={id} />
              <NativeSelect
                name="personId"
                label={t("account")}
                defaultValue={personId ?? ""}
                data={[
                  { value: "", label: t("accountNone") },
                  ...accounts.map((account) => ({ value: account.id, label: account.name })),
                ]}
              />
              <Button type="submit" variant="outline">
                {t("accountSave")}
              </Button>
            </Form>
            {mayForget && personId === null && <Forget id={id} />}
          </section>
        ))}
      </div>
    </div>
  );
}

function Forget({ id }: { readonly id: string }) {
  const t = useText(registryWords);
  return (
    <details className="fold">
      <summary>{t("forget")}</summary>
      <Form method="post" className="form">
        <p className="note">{t("forgetLead")}</p>
        <input type="hidden" name="boardPersonId" value={id} />
        <input type="hidden" name="intent" value="forget" />
        <TextInput name="basis" label={t("basisLabel")} />
        <Button type="submit" variant="outline">
          {t("forget")}
        </Button>
      </Form>
    </details>
  );
}
