import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "../../../src/kernel/id.ts";
import { useBase, useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { isUnsent, type Mark, type Person, toggleMark } from "./device/mark.ts";
import { keepOffline } from "./device/offline.ts";
import { type Sent, sendAll } from "./device/send.ts";
import {
  addPerson,
  changeMark,
  clearOver,
  clearSheet,
  type Device,
  keepSheet,
  openDevice,
  readMarks,
  readPeople,
} from "./device/store.ts";
import type { SheetFacts } from "./load.ts";

/** What the page shows of the device. */
export interface SheetState {
  readonly people: readonly Person[];
  readonly marks: readonly Mark[];
  readonly readAt: string | null;
  readonly sent: Sent | null;
  readonly isSending: boolean;
  /** Whether the page can be opened without a network. */
  readonly isReady: boolean;
}

const EMPTY: SheetState = { people: [], marks: [], readAt: null, sent: null, isSending: false, isReady: false };
const AGAIN_MS = 30_000;

/** An event's sheet on this device: read, changed by taps, sent when there is a network. */
export function useSheet(facts: SheetFacts) {
  const base = useBase();
  const href = useHref();
  const { id } = facts;
  const [state, setState] = useState<SheetState | "none" | "cleared" | null>(null);
  const device = useRef<Device | null>(null);
  const change = useCallback((part: Partial<SheetState>) => {
    setState((was) => (was === "none" || was === "cleared" ? was : { ...(was ?? EMPTY), ...part }));
  }, []);
  const read = useCallback(async () => {
    if (!device.current) return;
    const [people, marks] = await Promise.all([readPeople(device.current, id), readMarks(device.current, id)]);
    const readAt = (await device.current.get("sheets", id))?.readAt ?? null;
    change({ people, marks, readAt });
  }, [id, change]);
  const addresses = `${href(paths.sheet(id))}/`;
  const send = useCallback(async () => {
    if (!device.current) return;
    change({ isSending: true });
    const sent = await sendAll(device.current, id, { marks: `${addresses}marks`, people: `${addresses}people` });
    await read();
    change({ sent, isSending: false });
  }, [id, addresses, read, change]);
  const scope = href(paths.sheets);
  useEffect(() => {
    const open = async () => {
      device.current = await openDevice(base);
      await clearOver(device.current);
      const { title, when, endsAt } = facts;
      await keepSheet(device.current, { id, title, when, endsAt });
      await read();
      // The browser is asked not to clear by itself what was not sent.
      await navigator.storage?.persist?.();
      await Promise.all([send(), keepOffline(scope).then((isReady) => change({ isReady }))]);
    };
    open().catch(() => setState("none"));
  }, [base, facts, id, scope, read, send, change]);
  useAgain(device, id, send);
  const mark = useCallback(
    async (siteId: string, participantId: string) => {
      if (!device.current) return;
      const place = { eventId: id, siteId, participantId };
      const moment = { id: newId(), now: new Date().toISOString() };
      const toggle = (was: Mark | undefined) => toggleMark(place, was, moment);
      // The tap is seen at once; what the device then keeps is read back.
      setState((was) =>
        was === null || typeof was === "string" ? was : { ...was, marks: tap(was.marks, place, toggle) },
      );
      await changeMark(device.current, place, toggle);
      await read();
      void send();
    },
    [id, read, send],
  );
  return {
    state,
    send,
    mark,
    enter: async (siteId: string, person: Pick<Person, "name" | "birthYear">) => {
      if (!device.current) return;
      const participantId = newId();
      await addPerson(device.current, { ...person, eventId: id, id: participantId, isNew: true });
      await mark(siteId, participantId);
    },
    clear: async () => {
      if (device.current) await clearSheet(device.current, id);
      setState("cleared");
    },
  };
}

type Place = Pick<Mark, "eventId" | "siteId" | "participantId">;

function tap(marks: readonly Mark[], place: Place, toggle: (mark: Mark | undefined) => Mark | null): readonly Mark[] {
  const isHere = (mark: Mark) => mark.siteId === place.siteId && mark.participantId === place.participantId;
  return [...marks.filter((mark) => !isHere(mark)), toggle(marks.find(isHere)) ?? []].flat();
}

/** Sends what waits when the network comes back, when the page is looked at again, and now and then. */
function useAgain(device: { readonly current: Device | null }, id: string, send: () => Promise<void>): void {
  useEffect(() => {
    const again = async () => {
      const waits = device.current !== null && (await readMarks(device.current, id)).some(isUnsent);
      if (waits && document.visibilityState === "visible") await send();
    };
    const listen = () => void again();
    const timer = setInterval(listen, AGAIN_MS);
    window.addEventListener("online", listen);
    document.addEventListener("visibilitychange", listen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", listen);
      document.removeEventListener("visibilitychange", listen);
    };
  }, [device, id, send]);
}
