import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Form, useSubmit } from "react-router";
import { useText } from "../../../ui/text.ts";
import type { AttendancePage } from "../load.ts";
import { attendanceWords } from "../words.ts";

const WAIT_MS = 250;

interface Props {
  readonly page: AttendancePage;
  readonly siteId: string;
}

/** Finds who came before, as one types; without scripts by a button. */
export function Pick({ page, siteId }: Props) {
  const t = useText(attendanceWords);
  const submit = useSubmit();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const name = useRef<HTMLInputElement>(null);
  const hasLooked = useRef(false);
  const ask = (form: HTMLFormElement | null) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), WAIT_MS);
  };
  // On a slow device somebody types before the script is there.
  useEffect(() => {
    if (hasLooked.current || !name.current) return;
    hasLooked.current = true;
    if (name.current.value !== page.text) ask(name.current.form);
  });
  return (
    <>
      <h3>{t("find")}</h3>
      <Form method="get" className="find" preventScrollReset>
        <input type="hidden" name="site" value={siteId} />
        <TextInput
          // A page that was asked for anew after a mark begins with an empty field.
          key={`${siteId} ${page.turnout.visits} ${page.turnout.distinctNamed}`}
          ref={name}
          name="q"
          label={t("name")}
          description={t("findHint")}
          defaultValue={page.text}
          autoComplete="off"
          onChange={(change) => ask(change.currentTarget.form)}
        />
        <Button type="submit" variant="outline">
          {t("search")}
        </Button>
      </Form>
      <div aria-live="polite">
        {page.found.length === 0 ? (
          <p className="soft">{t("foundNone")}</p>
        ) : (
          <ul className="people">
            {page.found.map((person) => (
              <Found key={person.id} person={person} siteId={siteId} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Found({ person, siteId }: { readonly person: AttendancePage["found"][number]; readonly siteId: string }) {
  const t = useText(attendanceWords);
  const { id, name, birthYear, events, markId } = person;
  return (
    <li>
      <span>
        {name}{" "}
        <small className="soft">
          {[birthYear && t("bornIn", { year: birthYear }), events > 0 && t("wasAt", { count: events })]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </span>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="site" value={siteId} />
        <input type="hidden" name="participant" value={id} />
        <input type="hidden" name="mark" value={markId ?? ""} />
        {markId === null ? (
          <Button type="submit" name="intent" value="mark" variant="outline" aria-label={t("markWho", { name })}>
            {t("mark")}
          </Button>
        ) : (
          <button type="submit" name="intent" value="unmark" className="link" aria-label={t("unmarkWho", { name })}>
            {t("unmark")}
          </button>
        )}
      </Form>
    </li>
  );
}
