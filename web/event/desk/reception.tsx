import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import type { HostView, ReceptionView } from "../../../src/event/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { eventWords } from "../words.ts";
import { Visits } from "./parts/visits.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const reception = await answer(doors, (ctx) => doors.events.openReception(ctx, id));
  const event = await answer(doors, (ctx) => doors.events.openEvent(ctx, id));
  const staff = await answer(doors, (ctx) => doors.events.listStaffChoices(ctx));
  return { event, reception, staff };
}

const READERS: Readonly<Record<string, (doors: Doors, form: FormData, eventId: string) => Promise<unknown>>> = {
  slots: ({ run, events }, form, eventId) =>
    run((ctx) =>
      events.addSlots(ctx, {
        eventId,
        officialId: readText(form, "officialId"),
        from: readText(form, "from"),
        until: readText(form, "until"),
        minutes: readText(form, "minutes"),
      }),
    ),
  "remove-slot": ({ run, events }, form, eventId) =>
    run((ctx) => events.removeSlot(ctx, { eventId, slotId: readText(form, "slot") })),
  visit: ({ run, events }, form, eventId) =>
    run((ctx) =>
      events.openVisit(ctx, {
        eventId,
        slotId: readText(form, "slotId"),
        officialId: readText(form, "officialId"),
        name: readText(form, "name"),
        contact: readText(form, "contact"),
        subject: readText(form, "subject"),
      }),
    ),
  settle: ({ run, events }, form) =>
    run((ctx) =>
      events.settleVisit(ctx, {
        id: readText(form, "visit"),
        version: Number(readText(form, "version")),
        move: readText(form, "move"),
        answer: readText(form, "answer"),
        ownerId: readText(form, "ownerId"),
        dueDate: readText(form, "dueDate"),
      }),
    ),
};

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const deed = READERS[readText(form, "intent")];
  if (!deed) throw data(null, { status: 400 });
  const acted = await act(doors, form, () => deed(doors, form, id));
  return acted.refused ?? redirect(inLanguage(paths.reception(id), doors.language));
}

/** The times and cards of a personal reception. */
export default function Reception() {
  const { event, reception, staff } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(eventWords);
  const title = t("receptionTitle", { title: event.title });
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskEvents(), text: t("events") },
          { path: paths.deskEvent(event.id), text: event.title },
        ]}
        here={t("reception")}
      />
      <h1>{title}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent || "slots", sentence: refused.sentence }] : []}
      />
      <Slots reception={reception} hosts={event.hosts} mayKeep={event.mayKeep} />
      <Visits reception={reception} hosts={event.hosts} staff={staff} refused={refused} />
    </>
  );
}

interface SlotsProps {
  readonly reception: ReceptionView;
  readonly hosts: readonly HostView[];
  readonly mayKeep: boolean;
}

function Slots({ reception, hosts, mayKeep }: SlotsProps) {
  const t = useText(eventWords);
  return (
    <section className="part" id="slots">
      <h2>{t("slots")}</h2>
      {reception.slots.length === 0 ? (
        <p className="soft">{t("slotsNone")}</p>
      ) : (
        <FigureTable
          name={t("slots")}
          columns={[
            { key: "time", head: t("time") },
            { key: "host", head: t("host"), label: t("host") },
            { key: "state", head: t("state"), label: t("state") },
            { key: "remove", head: "" },
          ]}
          rows={reception.slots.map((slot) => ({
            key: slot.id,
            cells: {
              time: `${slot.from}–${slot.until}`,
              host: slot.host,
              state: slot.isTaken ? t("taken") : t("free"),
              remove: mayKeep && !slot.isTaken && (
                <Form method="post">
                  <input type="hidden" name="intent" value="remove-slot" />
                  <input type="hidden" name="slot" value={slot.id} />
                  <button type="submit" className="link">
                    {t("remove")}
                  </button>
                </Form>
              ),
            },
          }))}
        />
      )}
      {mayKeep && (
        <Form method="post" className="form row-of-fields">
          <input type="hidden" name="intent" value="slots" />
          <NativeSelect
            name="officialId"
            label={t("host")}
            data={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput name="from" type="time" label={t("from")} />
          <TextInput name="until" type="time" label={t("until")} />
          <TextInput name="minutes" label={t("minutesEach")} defaultValue="15" inputMode="numeric" />
          <Button type="submit" variant="outline">
            {t("addSlots")}
          </Button>
        </Form>
      )}
    </section>
  );
}
