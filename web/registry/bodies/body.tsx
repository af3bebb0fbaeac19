import { TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import type { SeatView } from "../../../src/registry/body/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { chooseBodyCommand } from "./body-command.ts";
import { listActChoices } from "./body-input.ts";
import { BodyFacts } from "./parts/body-facts.tsx";
import { BodyFields } from "./parts/body-fields.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { HoldingForms } from "./parts/holding-forms.tsx";
import { SeatForm } from "./parts/seat-form.tsx";
import { SeatsTable } from "./parts/seats-table.tsx";
import { SizeFields } from "./parts/size-fields.tsx";
import { Warnings } from "./parts/warnings.tsx";
import { bodyWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "act.read"));
  const body = await answer(doors, (ctx) => doors.bodies.getBody(ctx, args.params.id ?? ""));
  const associations = await answer(doors, (ctx) => doors.registry.listAssociations(ctx));
  const acts = await listActChoices(doors);
  return {
    body,
    acts,
    associations: associations.map(({ id, name }) => ({ id, name })),
    mayKeep: doors.may("body.keep"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const { refused } = await submitForm<unknown>(doors, form, chooseBodyCommand(doors, form, id));
  return refused ?? redirect(inLanguage(paths.registryBody(id), doors.language));
}

const forms = (held: SeatView) => <HoldingForms held={held} />;

/** One body: its seats, who holds them, and what can be recorded next. */
export default function Body() {
  const { body, mayKeep } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(bodyWords);
  return (
    <>
      <title>{body.name}</title>
      <Crumbs above={[{ path: paths.registryBodies, text: t("bodies") }]} here={body.name} />
      <h1>
        <Words>{body.name}</Words>
      </h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Warnings warnings={body.warnings} />
      <BodyFacts body={body} />
      <p className="links">
        <MessagesLink kind="body" id={body.id} />
      </p>
      {mayKeep && <Next refused={refused} />}
      <section className="part">
        <h2>{t("holdings")}</h2>
        <SeatsTable holdings={body.holdings} after={mayKeep ? forms : () => null} />
      </section>
    </>
  );
}

/** What can be recorded about the body now. */
function Next({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { body, acts, associations } = useLoaderData<typeof loader>();
  const t = useText(bodyWords);
  const of = (intent: string) => (refused?.intent === intent ? refused : undefined);
  return (
    <section className="part">
      <SeatForm associations={associations} refused={refused} />
      <FoldForm intent="size" summary={t("setSize")} submit={t("save")} refused={refused}>
        <TextInput name="from" type="date" label={t("from")} defaultValue={of("size")?.typed.from ?? ""} />
        <SizeFields refused={of("size")} />
      </FoldForm>
      <FoldForm intent="change" summary={t("change")} submit={t("save")} refused={refused}>
        <input type="hidden" name="version" value={body.version} />
        <BodyFields body={body} acts={acts} refused={of("change")} />
      </FoldForm>
    </section>
  );
}
