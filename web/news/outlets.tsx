import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { OUTLET_KINDS } from "../../src/news/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../app/form.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { FigureTable } from "../ui/figure-table.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { newsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "outlet.keep"));
  const { outlets } = await answer(doors, (ctx) => doors.news.listNewsChoices(ctx));
  const asked = new URL(args.request.url).searchParams.get("edit");
  return { outlets, edited: outlets.find(({ id }) => id === asked) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { kind = "", name = "", link = "", id = "", version = "" } = readTyped(form);
  const given = { kind, name, link };
  const { refused } = await submitForm<unknown>(doors, form, (ctx) =>
    id === "" ? doors.news.addOutlet(ctx, given) : doors.news.changeOutlet(ctx, { id, version, ...given }),
  );
  return refused ?? redirect(inLanguage(paths.outlets, doors.language));
}

/** Newspapers, sites and channels that publish about associations. */
export default function Outlets() {
  const { outlets } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(newsWords);
  const href = useHref();
  return (
    <>
      <title>{t("outletsTitle")}</title>
      <Crumbs above={[{ path: paths.newsroom, text: t("publications") }]} here={t("outlets")} />
      <h1>{t("outletsTitle")}</h1>
      {outlets.length === 0 && <p className="lead">{t("outletsNone")}</p>}
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      {outlets.length > 0 && (
        <FigureTable
          name={t("outlets")}
          columns={[
            { key: "name", head: t("outletName") },
            { key: "kind", head: t("outletKind"), label: t("outletKind") },
            { key: "link", head: t("outletLink"), label: t("outletLink") },
            { key: "edit", head: <span className="unseen">{t("changeOutlet")}</span> },
          ]}
          rows={outlets.map(({ id, name, kind, link }) => ({
            key: id,
            cells: {
              name: <Words>{name}</Words>,
              kind: t(`outlet-${kind}`),
              link: link && (
                <a href={link} rel="noopener noreferrer nofollow">
                  {new URL(link).hostname}
                </a>
              ),
              edit: <a href={`${href(paths.outlets)}?edit=${id}#name`}>{t("changeOutlet")}</a>,
            },
          }))}
        />
      )}
      <OutletForm />
    </>
  );
}

/** A new outlet, or the one that is to be corrected. */
function OutletForm() {
  const { edited } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(newsWords);
  const href = useHref();
  const errorAt = (name: string) => (refused && fieldOf(refused.code) === name ? refused.sentence : undefined);
  const shown = refused?.typed ?? edited;
  return (
    <section className="part" id="form">
      <h2>{edited ? t("changeOutletOf", { name: edited.name }) : t("addOutlet")}</h2>
      <Form method="post" className="form narrow wider" key={edited?.id ?? "new"}>
        {edited && (
          <>
            <input type="hidden" name="id" value={edited.id} />
            <input type="hidden" name="version" value={edited.version} />
          </>
        )}
        <TextInput
          id="name"
          name="name"
          label={t("outletName")}
          maxLength={300}
          defaultValue={shown?.name ?? ""}
          error={errorAt("name")}
        />
        <NativeSelect
          name="kind"
          label={t("outletKind")}
          data={OUTLET_KINDS.map((kind) => ({ value: kind, label: t(`outlet-${kind}`) }))}
          defaultValue={shown?.kind ?? "newspaper"}
        />
        <TextInput
          id="link"
          name="link"
          type="url"
          label={t("outletLink")}
          defaultValue={shown?.link ?? ""}
          error={errorAt("link")}
        />
        <div className="buttons">
          <Button type="submit">{t(edited ? "saveOutlet" : "addOutlet")}</Button>
          {edited && (
            <a className="filter-clear" href={href(paths.outlets)}>
              {t("leaveOutlet")}
            </a>
          )}
        </div>
      </Form>
    </section>
  );
}
