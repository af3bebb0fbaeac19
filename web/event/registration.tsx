import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatDate } from "../ui/dates.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { act, type Refused, readText } from "./parts/act.ts";
import { eventWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return answer(doors, (ctx) => doors.events.openLink(ctx, args.params.token ?? ""));
}

/** A letter's link shows; only the button does: programmes that look into letters confirm nothing. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const form = await args.request.formData();
  const token = args.params.token ?? "";
  const isLeaving = readText(form, "intent") === "withdraw";
  const acted = await act(doors, form, () =>
    doors.run(async (ctx) => {
      if (!isLeaving) return doors.events.confirmRegistration(ctx, token);
      await doors.events.withdrawRegistration(ctx, token);
      return "withdrawn" as const;
    }),
  );
  return acted.refused ?? { state: acted.done };
}

/** One's own registration, by the link of a letter. */
export default function OwnRegistration() {
  const own = useLoaderData<typeof loader>();
  const acted = useActionData<Refused | { readonly state: "confirmed" | "waiting" | "withdrawn" }>();
  const t = useText(eventWords);
  const language = useLanguage();
  const href = useHref();
  const state = acted && "state" in acted ? acted.state : own.state;
  const refused = acted && "code" in acted ? acted : undefined;
  const title = t("linkTitle", { title: own.title });
  return (
    <div className="narrow">
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="under">
        {formatDate(own.date, language)}. {own.where.join("; ")}
      </p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "state", sentence: refused.sentence }] : []} />
      <p id="state" role="status">
        {acted && "state" in acted
          ? t(`done_${acted.state}`)
          : t("linkState", { state: t(`reg_${state}`), places: own.places })}
      </p>
      {state !== "withdrawn" && (
        <Form method="post" className="buttons">
          {state === "unconfirmed" && (
            <Button type="submit" name="intent" value="confirm">
              {t("confirm")}
            </Button>
          )}
          <Button type="submit" name="intent" value="withdraw" variant="outline">
            {t("withdrawMe")}
          </Button>
        </Form>
      )}
      <p className="links">
        <a href={href(paths.event(own.eventId))}>{own.title}</a>
      </p>
    </div>
  );
}
