import type { Roster } from "../../../../src/event/index.ts";
import { type Answer, isUnsent, type Mark, settleMark, toBatch } from "./mark.ts";
import { changeMark, type Device, readMarks, readPeople, takeRoster } from "./store.ts";

/** So many marks go in one request; the server takes a thousand. */
const BATCH = 500;
const WAIT_MS = 20_000;

/** How a sending ended: everything is there, the network is not, whoever works here is signed out, or the server said no. */
export type Sent =
  | { readonly state: "sent" }
  | { readonly state: "offline" }
  | { readonly state: "signed-out" }
  | { readonly state: "refused"; readonly sentence: string };

interface Addresses {
  readonly marks: string;
  readonly people: string;
}

/**
 * Sends what waits on the device, and takes from the server what other devices did. One window of the device at a time; a mark
 * leaves the queue only when the server has answered to it, and has its id from the beginning, so that it counts once.
 */
export function sendAll(device: Device, eventId: string, addresses: Addresses): Promise<Sent> {
  return navigator.locks.request(`sheet ${eventId}`, async () => {
    try {
      await sendWaiting(device, eventId, { url: addresses.marks, state: "kept" });
      await takeRoster(device, eventId, await ask<Roster>(addresses.people));
      // Only now the device knows which marks of other devices it takes back.
      if (await sendWaiting(device, eventId, { url: addresses.marks, state: "back" })) {
        await takeRoster(device, eventId, await ask<Roster>(addresses.people));
      }
      return { state: "sent" };
    } catch (error) {
      if (error instanceof Stopped) return error.sent;
      throw error;
    }
  });
}

class Stopped extends Error {
  readonly sent: Sent;
  constructor(sent: Sent) {
    super(sent.state);
    this.sent = sent;
  }
}

/** Whether there was anything to send. */
async function sendWaiting(
  device: Device,
  eventId: string,
  { url, state }: { readonly url: string; readonly state: Mark["state"] },
): Promise<boolean> {
  const waiting = (await readMarks(device, eventId)).filter((mark) => mark.state === state);
  for (let from = 0; from < waiting.length; from += BATCH) {
    const marks = waiting.slice(from, from + BATCH);
    // Before they leave: whether they arrive may never be known.
    for (const { id, ...place } of marks) {
      await changeMark(device, place, (mark) => (mark?.id === id ? { ...mark, isTried: true } : (mark ?? null)));
    }
    const answer = await ask<Answer>(url, toBatch(marks, await readPeople(device, eventId)));
    for (const sent of marks) {
      // What was changed meanwhile waits for the next sending.
      await changeMark(device, sent, (mark) =>
        mark?.id === sent.id && mark.state === state && isUnsent(mark) ? settleMark(mark, answer) : (mark ?? null),
      );
    }
  }
  return waiting.length > 0;
}

async function ask<T>(url: string, body?: object): Promise<T> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, {
    ...(body && post),
    redirect: "error",
    signal: AbortSignal.timeout(WAIT_MS),
  }).catch(() => {
    throw new Stopped({ state: "offline" });
  });
  if (response.status === 401) throw new Stopped({ state: "signed-out" });
  const text = await response.text().catch(() => {
    throw new Stopped({ state: "offline" });
  });
  if (response.ok) return JSON.parse(text) as T;
  // A server that is being restarted, or that has much to do, is asked again later.
  if (response.status >= 500 || response.status === 429) throw new Stopped({ state: "offline" });
  throw new Stopped({ state: "refused", sentence: readSentence(text) });
}

function readSentence(text: string): string {
  try {
    return String((JSON.parse(text) as { sentence?: unknown }).sentence ?? "");
  } catch {
    return "";
  }
}
