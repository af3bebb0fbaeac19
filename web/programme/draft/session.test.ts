import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/programme/draft/edit.ts";
import { settleChanges } from "../../../src/programme/draft/settle.ts";
import { readValue } from "../../../src/programme/draft/values.ts";
import { EXAMPLE_READING } from "../../../src/programme/testing-store.ts";
import type { DraftNews, DraftView, LoggedChange } from "../../../src/programme/views-draft.ts";
import { DraftSession } from "./session.ts";

const INSTANT = "2026-03-25T05:00:00.000Z";
const VIEW: DraftView = {
  id: "draft",
  slug: "ordynsky-2024-2026",
  title: "",
  base: 1,
  inForce: 1,
  content: EXAMPLE_READING.programme,
  version: 0,
  state: "open",
  openedAt: INSTANT,
  openedBy: "Иванова",
  changedAt: INSTANT,
};

let tokens = 0;
const open = () =>
  new DraftSession(VIEW, () => {
    tokens += 1;
    return `token-${tokens}`;
  });

const target = (at: number): Address => ({ of: "target", at, key: "2024" });

function set(session: DraftSession, address: Address, text: string): number {
  const was = readValue(session.getSnapshot().content, address) ?? "";
  return session.make({ edits: [{ do: "set", address, was, text }] });
}

function read(session: DraftSession, address: Address): string | null {
  return readValue(session.getSnapshot().content, address);
}

/** The server of a draft, as one array of changes. */
function makeServer() {
  let { content } = VIEW;
  const log: LoggedChange[] = [];
  return (session: DraftSession): DraftNews => {
    const since = log.slice(session.version);
    const settled = settleChanges(
      content,
      session.pending,
      since.map((one) => one.change),
    );
    content = settled.content;
    for (const one of settled.saved) log.push({ ...one, version: log.length + 1, madeAt: INSTANT, madeBy: "Иванова" });
    return {
      version: log.length,
      state: "open",
      inForce: 1,
      changes: log.slice(session.version),
      conflicts: settled.conflicts,
      repeated: [],
      others: [],
      savedAt: INSTANT,
    };
  };
}

describe("a draft in a window", () => {
  it("shows a change at once and is saved when the server says so", () => {
    const [session, server] = [open(), makeServer()];
    expect(set(session, target(0), "20")).toBe(1);
    expect(read(session, target(0))).toBe("20");
    expect(session.getSnapshot().saving).toBe("waiting");
    session.hear(server(session));
    expect(session.getSnapshot()).toMatchObject({ saving: "saved", version: 1 });
    expect(read(session, target(0))).toBe("20");
  });

  it("undoes, redoes, and forgets what to redo when something else is done", () => {
    const session = open();
    set(session, target(0), "20");
    set(session, target(0), "21");
    session.undo();
    expect(read(session, target(0))).toBe("20");
    session.redo();
    expect(read(session, target(0))).toBe("21");
    session.undo();
    set(session, target(1), "9");
    expect(session.getSnapshot().canRedo).toBe(false);
  });

  it("keeps a text that is no figure at its cell, through lines that come above it", () => {
    const session = open();
    expect(set(session, target(1), "много")).toBe(0);
    expect([...session.getSnapshot().rejected.values()]).toMatchObject([{ text: "много", code: "no-number" }]);
    session.make({ edits: [{ do: "insert", list: "indicators", at: 0, name: "Новый", objective: 0 }] });
    expect([...session.getSnapshot().rejected.values()]).toMatchObject([{ address: target(2) }]);
    set(session, target(2), "8");
    expect(session.getSnapshot().rejected.size).toBe(0);
  });

  it("takes another window's changes in under its own that are on their way", () => {
    const server = makeServer();
    const [one, two] = [open(), open()];
    one.make({ edits: [{ do: "insert", list: "indicators", at: 0, name: "Новый", objective: 0 }] });
    one.hear(server(one));
    set(two, target(1), "8");
    two.hear(server(two));
    expect(two.getSnapshot().conflicts).toEqual([]);
    expect(read(two, target(2))).toBe("8");
    one.hear(server(one));
    expect(one.getSnapshot().content).toEqual(two.getSnapshot().content);
  });

  it("is told of what another window was quicker with, and may put its own in place", () => {
    const server = makeServer();
    const [one, two] = [open(), open()];
    set(one, target(0), "20");
    one.hear(server(one));
    set(two, target(0), "30");
    two.hear(server(two));
    const [conflict] = two.getSnapshot().conflicts;
    expect(conflict).toMatchObject({ text: "30", there: "20" });
    expect(read(two, target(0))).toBe("20");
    if (conflict) two.settle(conflict, true);
    expect(two.getSnapshot().conflicts).toEqual([]);
    two.hear(server(two));
    expect(read(two, target(0))).toBe("30");
  });

  it("takes up what an earlier window kept, once", () => {
    const [first, server] = [open(), makeServer()];
    set(first, target(0), "20");
    const kept = first.pending;
    first.hear(server(first));
    const later = open();
    later.restore(kept);
    expect(read(later, target(0))).toBe("20");
    later.hear({ ...server(open()), changes: [], repeated: kept.map((one) => one.token), version: 1 });
    expect(later.getSnapshot().saving).toBe("saved");
    expect(later.pending).toEqual([]);
  });
});
