import "./registry.css";
import { Button, TextInput } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { FieldView, SectionView } from "../../src/registry/association/views.ts";
import { SECTION_NAMES } from "../../src/registry/record/fields.data.ts";
import { fieldOf } from "../../src/registry/record/record.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate, formatDayOf, formatInstant, parseLocal } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { SmallMap } from "./map/small-map.tsx";
import { StateMark } from "./parts/state-mark.tsx";
import { fieldName, Value } from "./parts/value.tsx";
import { WarningList } from "./parts/warning-list.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(asked.get(name) ?? "") ? asked.get(name) : null);
  const [on, known] = [day("on"), day("known")];
  // «Как было известно на» a day is by its end.
  const knownAt = known ? parseLocal(`${known}T23:59`, doors.municipality.timeZone) : null;
  const moment = { ...(on && { on }), ...(knownAt && !Number.isNaN(knownAt.getTime()) && { knownAt }) };
  const card = await answer(doors, (ctx) => doors.registry.getCard(ctx, args.params.id ?? "", moment));
  const map = await answer(doors, (ctx) =>
    doors.boundaries.getSurroundings(ctx, card.association.id, { on: card.on, knownAt: moment.knownAt ?? null }),
  );
  const mayKeep = card.sections.some(({ section, mayChange }) => section === "name" && mayChange);
  return { card, map, isPast: on !== null || known !== null, mayKeep };
}

/** «Карточка ТОС»: its sections, today or as of a day. */
export default function Card() {
  const { card, map, isPast, mayKeep } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const { association, warnings, sections } = card;
  const { name, id, number, settlement } = association;
  const isThere = sections.some(({ since }) => since !== null);
  return (
    <>
      <title>{name}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={name} />
      <p className="kicker">{t("pageUnder", { settlement, number })}</p>
      <h1>
        <Words>{name}</Words>
      </h1>
      <p className="links">
        <StateMark state={association.state} />
        <a href={href(paths.association(number))}>{t("publicPage")}</a>
        <a href={href(paths.associationHistory(id))}>{t("history")}</a>
        <MessagesLink kind="association" id={id} />
        {mayKeep && <a href={href(paths.associationPeople(id))}>{t("peopleTitle")}</a>}
      </p>
      {isPast && <Past />}
      <div className="columns">
        <div>
          {isThere ? sections.map((section) => <Section key={section.section} view={section} />) : <p>{t("notYet")}</p>}
        </div>
        <aside className="aside">
          <h2>{t("warnings")}</h2>
          {warnings.length > 0 ? (
            <WarningList warnings={warnings} id={id} />
          ) : (
            <p className="note">{t("warningsNone")}</p>
          )}
          {map && <SmallMap map={map} association={association} inside={true} />}
          <AsOf />
        </aside>
      </div>
    </>
  );
}

function Past() {
  const { card } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const on = formatDate(card.on, language);
  const known = card.knownAt && formatDayOf(card.knownAt, timeZone, language);
  return (
    <p className="notice is-past">
      {known ? t("asOfNoticeKnown", { on, known }) : t("asOfNotice", { on })}{" "}
      <a href={href(paths.associationCard(card.association.id))}>{t("asOfBack")}</a>
    </p>
  );
}

function AsOf() {
  const { card } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  return (
    <form method="get" action={href(paths.associationCard(card.association.id))} className="form">
      <h2>{t("asOf")}</h2>
      <TextInput name="on" type="date" label={t("asOfOn")} defaultValue={card.on} />
      <TextInput name="known" type="date" label={t("asOfKnown")} description={t("asOfHint")} />
      <Button type="submit" variant="outline">
        {t("asOfShow")}
      </Button>
    </form>
  );
}

function Section({ view }: { readonly view: SectionView }) {
  const { card, isPast } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const title = SECTION_NAMES[view.section][language];
  const isEmpty = view.fields.length === 0;
  return (
    <section className="part section" id={view.section}>
      <h2>{title}</h2>
      {isEmpty ? (
        <p className="note">{t("empty")}</p>
      ) : (
        <dl className="facts">
          {view.fields.map((field) => [
            <dt key={`${field.key} name`}>{fieldName(field.key, language)}</dt>,
            <dd key={field.key}>
              <Value field={field} /> <Side field={field} />
            </dd>,
          ])}
        </dl>
      )}
      <p className="links">
        <Recorded view={view} />
        {view.mayChange && !isPast && (
          <a href={href(paths.associationSection(card.association.id, view.section))}>
            {t(isEmpty ? "fill" : "change")}
          </a>
        )}
      </p>
    </section>
  );
}

/** That others do not see it. */
function Side({ field }: { readonly field: FieldView }) {
  const { card } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const hidden = card.sections.flatMap(({ fields }) => fields).find(({ key }) => key === "hidden")?.value;
  if (field.key === "hidden") return null;
  if (!fieldOf(field.key)?.isPublic) return <span className="note">({t("internal")})</span>;
  const isHidden = Array.isArray(hidden) && hidden.some((key) => key === field.key);
  return isHidden ? <span className="note">({t("isHidden")})</span> : null;
}

function Recorded({ view }: { readonly view: SectionView }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (view.since === null || view.recordedAt === null) return null;
  const at = formatInstant(view.recordedAt, timeZone, language);
  return (
    <span className="soft small">
      {t("holdsSince", { date: formatDate(view.since, language) })},{" "}
      {t("recorded", { at, by: view.recordedBy ?? t("somebody") })}
    </span>
  );
}
