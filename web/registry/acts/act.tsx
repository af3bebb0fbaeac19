import { TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { chooseActCommand } from "./act-command.ts";
import { ActFacts } from "./parts/act-facts.tsx";
import { ActFields } from "./parts/act-fields.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { Papers } from "./parts/papers.tsx";
import { RelateForm } from "./parts/relate-form.tsx";
import { Relations } from "./parts/relations.tsx";
import { ReviewForm } from "./parts/review-form.tsx";
import { sayAct } from "./parts/say.ts";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const all = await answer(doors, (ctx) => doors.acts.listActs(ctx, {}));
  const act = await answer(doors, (ctx) => doors.acts.getAct(ctx, args.params.id ?? ""));
  const settlements = await answer(doors, (ctx) => doors.registry.listSettlements(ctx));
  const others = all.filter(({ id, effect }) => id !== act.id && effect.state !== "draft");
  return {
    act,
    others,
    settlements,
    mayKeep: doors.mayOver("act.keep", act.settlementId ? [act.settlementId] : []),
    today: doors.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const command = await chooseActCommand(doors, form, id);
  const { refused } = await submitForm<unknown>(doors, form, command);
  return refused ?? redirect(inLanguage(paths.registryAct(id), doors.language));
}

/** One act: how it stands, its papers, what it does and what was done to it, and what can be recorded next. */
export default function Act() {
  const { act, mayKeep } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(actWords);
  const language = useLanguage();
  const title = capitalise(sayAct(act, language));
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[{ path: paths.registryActs, text: t("acts") }]}
        here={act.number ? `№ ${act.number}` : t("act")}
      />
      <h1>{title}</h1>
      <p className="lead">
        <Words>{act.title}</Words>
      </p>
      <p className="links">
        <MessagesLink kind="legal-act" id={act.id} />
      </p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <ActFacts act={act} showsRevision />
      <Papers act={act} />
      {mayKeep && <Next refused={refused} />}
      <Relations
        relations={act.acts}
        side="relation"
        pathOf={paths.registryAct}
        after={mayKeep ? withdrawForm : () => null}
      />
      <Relations relations={act.undergoes} side="passive" pathOf={paths.registryAct} />
      {act.text && (
        <section className="part">
          <h2>{t("text")}</h2>
          <p className="measure prose" lang="ru">
            {act.text}
          </p>
        </section>
      )}
    </>
  );
}

const withdrawForm = ({ id }: { readonly id: string }) => <Withdraw relationId={id} />;

function Withdraw({ relationId }: { readonly relationId: string }) {
  const t = useText(actWords);
  const refused = useActionData<RefusedForm>();
  const own = refused?.typed.relationId === relationId ? refused : undefined;
  return (
    <FoldForm intent="withdraw" summary={t("withdraw")} submit={t("withdrawSubmit")} refused={own}>
      <input type="hidden" name="relationId" value={relationId} />
      <TextInput name="reason" label={t("reason")} maxLength={1000} error={own?.sentence} />
    </FoldForm>
  );
}

/** What can be recorded about the act now. */
function Next({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { act, others, settlements, today } = useLoaderData<typeof loader>();
  const t = useText(actWords);
  const waits = act.revision?.state === "due" || act.revision?.state === "late";
  return (
    <section className="part">
      <RelateForm others={others} refused={refused} isMain={!waits} />
      {waits && act.revision && <ReviewForm revisionKey={act.revision.key} today={today} refused={refused} />}
      <FoldForm
        intent="attach"
        summary={t("attach")}
        submit={t("attach")}
        hint={t("attachHint")}
        refused={refused}
        hasFile
      >
        <div>
          <label htmlFor="file">{t("file")}</label>
          <input
            id="file"
            name="file"
            type="file"
            className="file"
            accept=".pdf,.docx,.odt,.doc,.rtf,.png,.jpg,.jpeg,.webp"
          />
        </div>
      </FoldForm>
      <FoldForm intent="change" summary={t("change")} submit={t("save")} refused={refused}>
        <input type="hidden" name="version" value={act.version} />
        <ActFields act={act} settlements={settlements} refused={refused?.intent === "change" ? refused : undefined} />
      </FoldForm>
    </section>
  );
}
