import { Button } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { attempt, readForm } from "../parts/attempt.ts";
import { Done } from "../parts/notice.tsx";
import { accessWords } from "../words.ts";
import { listTabs } from "./settings-nav.tsx";
import { SignInTabs } from "./tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rows = await doors.access.listSignIns();
  const signIns = rows.map(({ openedAt, lastUsedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }));
  return { signIns, tabs: listTabs(doors.actor), timeZone: doors.municipality.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = (await readForm(args.request))("id");
  return attempt(doors, "end", async () => {
    await doors.access.endSignIns(id === "" ? "others" : { id });
    return { done: true };
  });
}

/** Where one's account is open, and how to end it there. */
export default function SignIns() {
  const t = useText(accessWords);
  const { signIns, tabs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <title>{t("signInsTitle")}</title>
      <SignInTabs tabs={tabs} />
      <h1>{t("signInsTitle")}</h1>
      <p className="under">{t("signInsLead")}</p>
      <Done>{answer && "done" in answer ? t("ended") : null}</Done>
      <SignInTable />
      {signIns.length > 1 ? (
        <Form method="post" className="main-action">
          <Button type="submit">{t("endOthers")}</Button>
        </Form>
      ) : (
        <p className="note">{t("onlyThis")}</p>
      )}
    </>
  );
}

function SignInTable() {
  const t = useText(accessWords);
  const language = useLanguage();
  const { signIns, timeZone } = useLoaderData<typeof loader>();
  return (
    <FigureTable
      name={t("signIns")}
      columns={[
        { key: "device", head: t("device") },
        { key: "used", head: t("used"), label: t("used") },
        { key: "opened", head: t("opened"), label: t("opened") },
        { key: "address", head: t("address"), label: t("address") },
        { key: "end", head: <span className="visually-hidden">{t("end")}</span> },
      ]}
      rows={signIns.map(({ id, device, current, ...row }) => ({
        key: id,
        cells: {
          device: (
            <>
              {device ?? t("deviceUnknown")} {current && <Mark kind="done">{t("here")}</Mark>}
            </>
          ),
          used: formatInstant(row.lastUsedAt, timeZone, language),
          opened: formatInstant(row.openedAt, timeZone, language),
          address: row.address ?? "—",
          end: current ? null : <EndForm id={id} device={device ?? t("deviceUnknown")} />,
        },
      }))}
    />
  );
}

function EndForm({ id, device }: { readonly id: string; readonly device: string }) {
  const t = useText(accessWords);
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="link" aria-label={t("endNamed", { device })}>
        {t("end")}
      </button>
    </Form>
  );
}
