import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { isId, newId } from "../../../src/kernel/id.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { Paragraphs } from "../parts/paragraphs.tsx";
import { doorWords } from "./words.ts";

/** Under this name a phone remembers whom it marked: an id, without a name. */
const COOKIE = "participant";
const YEAR_SECONDS = 31_536_000;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const { event, site, consent } = await answer(doors, (ctx) =>
    doors.events.attendance.readDoor(ctx, args.params.code ?? ""),
  );
  return {
    title: event.title,
    place: site.place,
    startsAt: event.startsAt.toISOString(),
    timeZone: doors.municipality.timeZone,
    consent: consent.body,
    markId: newId(),
    remembers: readRemembered(args.request) !== null,
    came: new URL(args.request.url).searchParams.has("came"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const form = await args.request.formData();
  const code = args.params.code ?? "";
  const markId = readText(form, "mark");
  const acted = await act(doors, form, () =>
    doors.run((ctx) =>
      doors.events.attendance.comeIn(ctx, {
        code,
        markId: isId(markId) ? markId : newId(),
        participantId: form.has("again") ? readRemembered(args.request) : null,
        name: readText(form, "name"),
        birthYear: readText(form, "birthYear"),
        consent: form.has("consent"),
      }),
    ),
  );
  if (acted.refused) return acted.refused;
  const cookie = writeRemembered(args.request, acted.done);
  const there = `${inLanguage(paths.come(code), doors.language)}?came=yes`;
  return redirect(there, form.has("remember") ? { headers: { "set-cookie": cookie } } : {});
}

/** Each form has a mark of its own, and a phone may be remembered: nobody keeps this page. */
export const headers = () => ({ "cache-control": "no-store" });

function readRemembered(request: Request): string | null {
  const [, id = ""] = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.get("cookie") ?? "") ?? [];
  return isId(id) ? id : null;
}

function writeRemembered({ url }: Request, id: string): string {
  const secure = url.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${id}; Max-Age=${YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** Where the code at the door leads: somebody marks themselves, without an account and without scripts. */
export default function Come() {
  const { title, place, startsAt, timeZone, came, remembers } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(doorWords);
  const language = useLanguage();
  const field = refused?.code === "attendance-birth-year" ? "birthYear" : undefined;
  return (
    <>
      <title>{t("comeTitle", { title })}</title>
      <h1>{t("comeTitle", { title })}</h1>
      <p>
        {formatInstant(startsAt, timeZone, language)}. {t("comeWhere", { place })}
      </p>
      {came ? (
        <div className="notice" role="status">
          <p>{t("came")}</p>
          <p>{t("cameNext")}</p>
        </div>
      ) : (
        <>
          <ErrorSummary
            title={t("problem")}
            errors={
              refused
                ? [
                    {
                      field: field ?? (refused.code === "attendance-consent" ? "consent" : "name"),
                      sentence: refused.sentence,
                    },
                  ]
                : []
            }
          />
          {remembers && <Again />}
          <ComeForm refused={refused} />
        </>
      )}
    </>
  );
}

function Again() {
  const { markId } = useLoaderData<typeof loader>();
  const t = useText(doorWords);
  return (
    <form method="post">
      <p>{t("remembered")}</p>
      <input type="hidden" name="mark" value={markId} />
      <button type="submit" name="again" value="yes" className="plain-button">
        {t("again")}
      </button>
      <h2>{t("someoneElse")}</h2>
    </form>
  );
}

function ComeForm({ refused }: { readonly refused: Refused | undefined }) {
  const { markId, consent } = useLoaderData<typeof loader>();
  const t = useText(doorWords);
  const typed = refused?.typed;
  return (
    <form method="post">
      <input type="hidden" name="mark" value={markId} />
      <label className="plain-field">
        {t("name")}
        <input id="name" name="name" defaultValue={typed?.name ?? ""} autoComplete="name" />
      </label>
      <label className="plain-field">
        {t("birthYear")}
        <small>{t("birthYearHint")}</small>
        <input id="birthYear" name="birthYear" defaultValue={typed?.birthYear ?? ""} inputMode="numeric" />
      </label>
      <section className="callout">
        <p>
          <strong>{t("consentText")}</strong>
        </p>
        <Paragraphs text={consent} />
      </section>
      <label className="plain-check">
        <input id="consent" type="checkbox" name="consent" value="yes" defaultChecked={typed?.consent === "yes"} />
        <span>
          {t("consent")}
          <small>{t("consentHint")}</small>
        </span>
      </label>
      <label className="plain-check">
        <input type="checkbox" name="remember" value="yes" defaultChecked={typed?.remember === "yes"} />
        <span>
          {t("remember")}
          <small>{t("rememberHint")}</small>
        </span>
      </label>
      <p>
        <button type="submit" className="plain-button">
          {t("come")}
        </button>
      </p>
    </form>
  );
}
