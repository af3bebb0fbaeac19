import { Button, Checkbox, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { BUILT_IN_KINDS, KIND_RULES, NEEDS } from "../../../src/event/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { eventWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { own: await answer(doors, (ctx) => doors.events.listOwnKinds(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = { name: readText(form, "name"), needs: form.getAll("needs"), isTraining: form.has("isTraining") };
  const ended = { id: readText(form, "kind"), version: Number(readText(form, "version")), end: form.has("end") };
  const acted = await act(doors, form, () =>
    doors.run(async (ctx) => {
      if (readText(form, "intent") === "end") await doors.events.endKind(ctx, ended);
      else await doors.events.addKind(ctx, given);
    }),
  );
  return acted.refused ?? redirect(inLanguage(paths.eventKinds, doors.language));
}

/** Kinds of events: those of everybody and the municipality's own, with what each needs. */
export default function Kinds() {
  const { own } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(eventWords);
  const say = (needs: readonly (typeof NEEDS)[number][]) =>
    needs.map((need) => t(`need_${need}`)).join(", ") || t("none");
  return (
    <>
      <title>{t("kinds")}</title>
      <Crumbs above={[{ path: paths.deskEvents(), text: t("events") }]} here={t("kinds")} />
      <h1>{t("kinds")}</h1>
      <p className="under">{t("kindsLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "name", sentence: refused.sentence }] : []} />
      <FigureTable
        name={t("kinds")}
        columns={[
          { key: "name", head: t("kindName") },
          { key: "needs", head: t("kindNeeds"), label: t("kindNeeds") },
          { key: "end", head: "" },
        ]}
        rows={[
          ...own.map((kind) => ({
            key: kind.id,
            cells: {
              name: `${kind.name}${kind.ended ? ` (${t("ended")})` : ""}`,
              needs: say(kind.needs),
              end: (
                <Form method="post">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="kind" value={kind.id} />
                  <input type="hidden" name="version" value={kind.version} />
                  {!kind.ended && <input type="hidden" name="end" value="yes" />}
                  <button type="submit" className="link">
                    {t(kind.ended ? "takeUpKind" : "endKind")}
                  </button>
                </Form>
              ),
            },
          })),
          ...BUILT_IN_KINDS.map((kind) => ({
            key: kind,
            cells: { name: t(`kind_${kind}`), needs: say(KIND_RULES[kind].needs), end: "" },
          })),
        ]}
      />
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="add" />
        <TextInput
          id="name"
          name="name"
          label={t("kindName")}
          defaultValue={refused?.typed.name ?? ""}
          maxLength={100}
        />
        <fieldset>
          <legend>{t("kindNeeds")}</legend>
          {NEEDS.map((need) => (
            <Checkbox key={need} name="needs" value={need} label={t(`need_${need}`)} />
          ))}
        </fieldset>
        <Checkbox name="isTraining" value="yes" label={t("isTraining")} />
        <Button type="submit" variant="outline">
          {t("addKind")}
        </Button>
      </Form>
    </>
  );
}
