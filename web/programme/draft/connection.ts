import type { Address } from "../../../src/programme/draft/edit.ts";
import { encodeChanges, reviveChange } from "../../../src/programme/draft/transport.ts";
import type { DraftNews, SentChange } from "../../../src/programme/views-draft.ts";
import type { DraftSession } from "./session.ts";

const QUIET_MS = 500;
const HEARTBEAT_MS = 4_000;
const RETRY_MS = 5_000;

export interface Line {
  readonly id: string;
  /** Address of the page's resource that saves and hears. */
  readonly url: string;
  readonly visitor: string;
  /** The version of what `localStorage` holds counts from here. */
  readonly place: () => Address | null;
}

/**
 * Keeps a session and the server together: saves a moment after the last keystroke, one request at a time; hears of
 * others in between. What is not yet saved is kept in this browser as well, so that neither a lost connection nor a
 * closed window loses it. Returns what ends it.
 */
export function connect(session: DraftSession, line: Line): { flush: () => Promise<void>; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<void> | null = null;
  let ended = false;
  const plan = (milliseconds: number) => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void talk(), milliseconds);
  };
  const talk = async (): Promise<void> => {
    if (busy) return busy;
    busy = send(session, line);
    await busy;
    busy = null;
    const { saving } = session.getSnapshot();
    if (saving === "waiting") plan(QUIET_MS);
    else plan(saving === "offline" ? RETRY_MS : HEARTBEAT_MS);
  };
  const unsubscribe = session.subscribe(() => {
    keepHere(session, line.id);
    if (session.getSnapshot().saving === "waiting" && !busy) plan(QUIET_MS);
  });
  const online = () => plan(0);
  window.addEventListener("online", online);
  takeUp(session, line.id);
  plan(0);
  const flush = async () => {
    while (session.pending.length > 0 && session.getSnapshot().saving !== "offline") await talk();
  };
  const end = () => {
    ended = true;
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener("online", online);
  };
  return { flush, end };
}

async function send(session: DraftSession, line: Line): Promise<void> {
  const sent = session.pending.slice(0, 200);
  if (sent.length > 0) session.noteSaving("sending");
  const answer = await ask(line, { version: session.version, sent });
  if (answer === null) session.noteSaving(session.pending.length > 0 ? "offline" : "saved");
  else if ("sentence" in answer) session.noteSaving("refused", answer.sentence);
  else session.hear(answer);
}

/** The server's news, its refusal in words, or null where it was not reached. */
async function ask(
  line: Line,
  { version, sent }: { version: number; sent: readonly SentChange[] },
): Promise<DraftNews | { readonly sentence: string } | null> {
  const changes = JSON.parse(encodeSent(sent)) as unknown;
  const body = JSON.stringify({ id: line.id, version, visitor: line.visitor, place: line.place(), changes });
  const response = await reach(line.url, body);
  if (!response || response.status >= 500 || response.status === 429) return null;
  // A gateway that answers in words of its own has not let us through.
  if (!response.headers.get("content-type")?.includes("json")) return null;
  const answer = (await response.json()) as DraftNews | { readonly sentence: string };
  if ("sentence" in answer) return answer;
  return { ...answer, changes: answer.changes.map((one) => ({ ...one, change: reviveChange(one.change) })) };
}

/** Null where the server was not reached; that is how `fetch` says so. */
async function reach(url: string, body: string): Promise<Response | null> {
  try {
    return await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function encodeSent(sent: readonly SentChange[]): string {
  const parts = sent.map(
    ({ token, change }) => `{"token":"${token}","change":${encodeChanges([change]).slice(1, -1)}}`,
  );
  return `[${parts.join(",")}]`;
}

function storageKey(id: string): string {
  return `sosedstvo-draft-${id}`;
}

/** Keeps what is not saved yet; a browser that has no room for it says so by the state of saving alone. */
function keepHere(session: DraftSession, id: string): void {
  try {
    if (session.pending.length === 0) localStorage.removeItem(storageKey(id));
    else localStorage.setItem(storageKey(id), encodeSent(session.pending));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Changes that an earlier window did not get to send. Tokens tell the server which of them it has. */
function takeUp(session: DraftSession, id: string): void {
  const kept = localStorage.getItem(storageKey(id));
  if (!kept) return;
  const parsed = JSON.parse(kept) as readonly { token: string; change: unknown }[];
  session.restore(parsed.map(({ token, change }) => ({ token, change: reviveChange(change) })));
}
