import "./mail.css";
import "../settings/settings.css";
import { Button, TextInput } from "@mantine/core";
import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { type Text, useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { listTabs, SettingsNav } from "../settings/settings-nav.tsx";
import { readFilter, STATES, writeFilter } from "./filter.ts";
import { LetterTable } from "./letter-table.tsx";
import type { action } from "./mail-action.ts";
import type { ru } from "./ru.ts";
import type { ShownLetter } from "./shown-letter.ts";
import { mailWords } from "./words.ts";

export { action } from "./mail-action.ts";

/** As many letters as the door gives at once: a full page has another after it. */
const FULL_PAGE = 50;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { mail, language, municipality } = doors;
  const filter = readFilter(new URL(args.request.url).searchParams);
  const { state, page } = filter;
  const list = await answer(doors, (ctx) => mail.list(ctx, state ? { state } : {}, page));
  const letters = list.letters.map(
    ({ lastError, ...letter }): ShownLetter => ({
      ...letter,
      reason: lastError && mail.explain(lastError, language),
      title: mail.title(letter.template, language),
      name: letter.personId && (list.names[letter.personId] ?? null),
      hasLink: mail.hasLink(letter),
    }),
  );
  return {
    filter,
    letters,
    counts: list.counts,
    kept: list.kept,
    hasServer: mail.hasServer,
    allowed: municipality.demonstration && mail.hasServer ? mail.demonstrationReceivers : null,
    timeZone: municipality.timeZone,
    tabs: listTabs(doors.actor),
  };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What became of the portal's letters, and what the administrator can do about them. */
export default function Mail() {
  const { hasServer, counts, kept, tabs } = useLoaderData<typeof loader>();
  const t = useText(mailWords);
  const answered = useActionData<typeof action>();
  const title = chooseTitle({ counts, kept }, t);
  const refusal = answered?.refusal;
  const errors = refusal
    ? [{ field: refusal.deed === "test" ? "address" : "letters", sentence: refusal.sentence }]
    : [];
  return (
    <div className="settings">
      <title>{title}</title>
      <SettingsNav tabs={tabs} />
      <h1>{title}</h1>
      <p className="under">{t("lead")}</p>
      {!hasServer && <p className="callout mail-notice">{t("noServer")}</p>}
      <Allowed />
      <ErrorSummary title={t("problem")} errors={errors} />
      {answered?.handOver && <HandOver {...answered.handOver} />}
      <Letters />
      {hasServer && <TestForm address={refusal?.address ?? ""} />}
    </div>
  );
}

/** In a demonstration: to whom letters go. */
function Allowed() {
  const { allowed } = useLoaderData<typeof loader>();
  const t = useText(mailWords);
  if (allowed === null) return null;
  const addresses = allowed.join(", ");
  return (
    <p className="callout mail-notice">
      {t("demonstration")} {addresses ? t("demonstrationAllowed", { addresses }) : t("demonstrationNobody")}
    </p>
  );
}

/** What waits for the administrator comes first. */
function chooseTitle({ counts, kept }: Pick<Loaded, "counts" | "kept">, t: Text<typeof ru>): string {
  if (kept.failed > 0) return t("titleFailed", { count: kept.failed });
  if (kept["handed-over"] > 0) return t("titleHandOver", { count: kept["handed-over"] });
  if (kept.waiting > 0) return t("titleWaiting", { count: kept.waiting });
  if (counts.sent > 0) return t("titleFine");
  return STATES.some((state) => counts[state] > 0) ? t("titleNothing") : t("titleNone");
}

function Letters() {
  const { filter, letters, counts, timeZone, hasServer } = useLoaderData<typeof loader>();
  const t = useText(mailWords);
  const isEmpty = STATES.every((state) => counts[state] === 0);
  return (
    <section id="letters" className="part">
      <h2>{t("letters")}</h2>
      {isEmpty && <p>{t(hasServer ? "emptyAll" : "emptyNoServer")}</p>}
      {!isEmpty && <Filters />}
      {!isEmpty && letters.length === 0 && <p className="under">{t("empty")}</p>}
      {letters.length > 0 && <LetterTable letters={letters} timeZone={timeZone} />}
      <Pages page={filter.page} isFull={letters.length === FULL_PAGE} />
    </section>
  );
}

function Filters() {
  const { filter, counts } = useLoaderData<typeof loader>();
  const t = useText(mailWords);
  const href = useHref();
  const language = useLanguage();
  const all = STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <nav aria-label={t("filters")} className="tabs">
      {([null, ...STATES] as const).map((state) => (
        <a
          key={state}
          href={`${href(paths.mail)}${writeFilter({ state, page: 1 })}`}
          aria-current={state === filter.state ? "true" : undefined}
        >
          {capitalise(t(`show_${state ?? "all"}`))} <small>{formatCount(state ? counts[state] : all, language)}</small>
        </a>
      ))}
    </nav>
  );
}

function Pages({ page, isFull }: { readonly page: number; readonly isFull: boolean }) {
  const { filter } = useLoaderData<typeof loader>();
  const t = useText(mailWords);
  const href = useHref();
  const address = (number: number) => `${href(paths.mail)}${writeFilter({ ...filter, page: number })}`;
  if (page === 1 && !isFull) return null;
  return (
    <p className="links">
      {page > 1 && <a href={address(page - 1)}>{t("newer")}</a>}
      {isFull && <a href={address(page + 1)}>{t("older")}</a>}
    </p>
  );
}

/** A link that was asked for stands here once; the page loaded again does not show it. */
function HandOver({ address, link }: { readonly address: string; readonly link: string }) {
  const t = useText(mailWords);
  return (
    <section className="callout mail-notice" role="status">
      <h2>{t("linkTitle", { address })}</h2>
      <TextInput id="link" label={t("link")} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <p>{t("linkHint")}</p>
    </section>
  );
}

function TestForm({ address }: { readonly address: string }) {
  const t = useText(mailWords);
  return (
    <section className="part">
      <h2>{t("testTitle")}</h2>
      <Form method="post" className="form narrow">
        <input type="hidden" name="deed" value="test" />
        <TextInput
          id="address"
          name="address"
          type="email"
          label={t("testAddress")}
          description={t("testHint")}
          inputWrapperOrder={["label", "input", "description"]}
          autoComplete="email"
          defaultValue={address}
          required
          withAsterisk={false}
        />
        <Button type="submit">{t("testSubmit")}</Button>
      </Form>
    </section>
  );
}
