import type { Programme, ProgrammeFinding } from "../../../src/programme/contract.ts";
import { applyChange } from "../../../src/programme/draft/change.ts";
import type { Address, Change, DraftProblem } from "../../../src/programme/draft/edit.ts";
import { watchFindings } from "../../../src/programme/draft/live-findings.ts";
import { listMoves, rebaseAddress, rebaseChange } from "../../../src/programme/draft/rebase.ts";
import type {
  DraftConflict,
  DraftNews,
  DraftView,
  DraftVisitor,
  SentChange,
} from "../../../src/programme/views-draft.ts";
import { addressKey } from "./address-key.ts";

/** A typed text that is no figure: it stays at its cell until something that is one takes its place. */
export interface Rejected {
  readonly address: Address;
  readonly text: string;
  readonly code: DraftProblem["code"];
}

export interface Snapshot {
  readonly content: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly saving: "saved" | "waiting" | "sending" | "offline" | "refused";
  /** ISO instant of the last save that the server confirmed. */
  readonly savedAt: string;
  readonly version: number;
  /** Anything differs from the edition it began from: saved, or on its way. */
  readonly isChanged: boolean;
  readonly conflicts: readonly DraftConflict[];
  readonly rejected: ReadonlyMap<string, Rejected>;
  readonly others: readonly DraftVisitor[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly inForce: number;
  readonly state: DraftView["state"];
  /** Why the server took nothing, in its own words. */
  readonly refusal: string | null;
}

interface Memory {
  /** The content at the version that the server confirmed. */
  readonly base: Programme;
  readonly version: number;
  readonly pending: readonly SentChange[];
  readonly undo: readonly Change[];
  readonly redo: readonly Change[];
}

/** A draft in one window: what the server has, what is on its way, and what the person sees. Knows neither page nor network. */
export class DraftSession {
  private memory: Memory;
  private snapshot: Snapshot;
  private readonly find = watchFindings();
  private readonly listeners = new Set<() => void>();
  private readonly newToken: () => string;

  constructor(view: DraftView, newToken: () => string) {
    this.newToken = newToken;
    this.memory = { base: view.content, version: view.version, pending: [], undo: [], redo: [] };
    this.snapshot = {
      content: view.content,
      findings: this.find(view.content),
      saving: "saved",
      savedAt: view.changedAt,
      version: view.version,
      isChanged: view.version > 0,
      conflicts: [],
      rejected: new Map(),
      others: [],
      canUndo: false,
      canRedo: false,
      inForce: view.inForce,
      state: view.state,
      refusal: null,
    };
  }

  readonly getSnapshot = (): Snapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get version(): number {
    return this.memory.version;
  }

  get pending(): readonly SentChange[] {
    return this.memory.pending;
  }

  /** Makes a change here and now; what cannot be made of it stays at its cell, as typed. Says how many edits were made. */
  make(change: Change): number {
    const made = this.apply(change);
    if (made > 0) this.memory = { ...this.memory, redo: [] };
    this.show({});
    return made;
  }

  undo(): void {
    const last = this.memory.undo.at(-1);
    if (!last) return;
    this.memory = { ...this.memory, undo: this.memory.undo.slice(0, -1) };
    const before = this.memory.undo;
    this.apply(last);
    const [inverse] = this.memory.undo.slice(before.length);
    this.memory = { ...this.memory, undo: before, redo: inverse ? [...this.memory.redo, inverse] : this.memory.redo };
    this.show({});
  }

  redo(): void {
    const last = this.memory.redo.at(-1);
    if (!last) return;
    this.memory = { ...this.memory, redo: this.memory.redo.slice(0, -1) };
    this.apply(last);
    this.show({});
  }

  /** Takes out what a cell was refused for. */
  forget(address: Address): void {
    const rejected = new Map(this.snapshot.rejected);
    if (rejected.delete(addressKey(address))) this.show({ rejected });
  }

  /** Resolves a conflict: the person's value is put in place of the other, or left. */
  settle(conflict: DraftConflict, mine: boolean): void {
    const conflicts = this.snapshot.conflicts.filter((one) => one !== conflict);
    if (mine && conflict.address)
      this.apply({ edits: [{ do: "set", address: conflict.address, was: conflict.there ?? "", text: conflict.text }] });
    this.show({ conflicts });
  }

  /** Takes up changes that an earlier window kept and never sent. */
  restore(pending: readonly SentChange[]): void {
    this.memory = { ...this.memory, pending: [...this.memory.pending, ...pending] };
    this.replay([], {});
  }

  noteSaving(saving: Snapshot["saving"], refusal: string | null = null): void {
    if (saving !== this.snapshot.saving || refusal !== this.snapshot.refusal) this.show({ saving, refusal });
  }

  /** What the server says: others' changes come in, own ones are confirmed, the rest is said anew after them. */
  hear(news: DraftNews): void {
    const known = news.changes.filter((one) => one.version > this.memory.version);
    const own = new Set(this.memory.pending.map((one) => one.token));
    const refused = new Set(news.conflicts.map((one) => one.token));
    const foreign = known.filter((one) => !own.has(one.token));
    const confirmed = new Set([...known.map((one) => one.token), ...refused, ...news.repeated]);
    const base = known.reduce((now, { change }) => applyChange(now, change).programme, this.memory.base);
    const pending = this.memory.pending.filter((one) => !confirmed.has(one.token));
    this.memory = { ...this.memory, base, pending, version: Math.max(news.version, this.memory.version) };
    const heard = {
      others: news.others,
      inForce: news.inForce,
      state: news.state,
      savedAt: news.savedAt,
      conflicts: [...this.snapshot.conflicts, ...news.conflicts],
      saving: pending.length > 0 ? ("waiting" as const) : ("saved" as const),
    };
    if (foreign.length === 0 && news.conflicts.length + news.repeated.length === 0) this.show(heard);
    else
      this.replay(
        foreign.map(({ change }) => change),
        heard,
      );
  }

  private apply(change: Change): number {
    const { programme, inverse, problems } = applyChange(this.snapshot.content, change);
    const rejected = new Map(this.snapshot.rejected);
    for (const edit of change.edits) if (edit.do === "set") rejected.delete(addressKey(edit.address));
    for (const { edit: at, text, code } of problems) {
      const edit = change.edits[at];
      if (edit?.do === "set" && code !== "gone")
        rejected.set(addressKey(edit.address), { address: edit.address, text, code });
    }
    const moves = listMoves([change]);
    this.snapshot = { ...this.snapshot, rejected: moveRejected(rejected, moves) };
    if (inverse.edits.length === 0) return 0;
    const out = new Set(problems.map((problem) => problem.edit));
    const made = { ...change, edits: change.edits.filter((_, at) => !out.has(at)) };
    this.memory = {
      ...this.memory,
      pending: [...this.memory.pending, { token: this.newToken(), change: made }],
      undo: [...this.memory.undo, inverse],
    };
    this.snapshot = { ...this.snapshot, content: programme, saving: "waiting" };
    return inverse.edits.length;
  }

  /** The confirmed content with what is still on its way, said anew after the others' moves of lines. */
  private replay(foreign: readonly Change[], heard: Partial<Snapshot>): void {
    const moves = listMoves(foreign);
    let theirs = moves;
    let content = this.memory.base;
    const pending = this.memory.pending.map(({ token, change }) => {
      const rebased = rebaseChange(change, theirs);
      theirs = rebased.theirs;
      content = applyChange(content, rebased.change).programme;
      return { token, change: rebased.change };
    });
    const rebase = (change: Change) => rebaseChange(change, theirs).change;
    this.memory = {
      ...this.memory,
      pending: pending.filter((one) => one.change.edits.length > 0),
      undo: this.memory.undo.map(rebase).filter((change) => change.edits.length > 0),
      redo: this.memory.redo.map(rebase).filter((change) => change.edits.length > 0),
    };
    const saving = pending.length > 0 ? ("waiting" as const) : ("saved" as const);
    this.show({ saving, ...heard, content, rejected: moveRejected(this.snapshot.rejected, theirs) });
  }

  private show(changed: Partial<Snapshot>): void {
    const next = { ...this.snapshot, ...changed };
    const shown = this.shownContent;
    this.snapshot = {
      ...next,
      findings: next.content === shown ? next.findings : this.find(next.content),
      version: this.memory.version,
      isChanged: this.memory.version + this.memory.pending.length > 0,
      canUndo: this.memory.undo.length > 0,
      canRedo: this.memory.redo.length > 0,
    };
    this.shownContent = next.content;
    for (const listener of this.listeners) listener();
  }

  private shownContent: Programme | null = null;
}

function moveRejected(
  rejected: ReadonlyMap<string, Rejected>,
  moves: ReturnType<typeof listMoves>,
): ReadonlyMap<string, Rejected> {
  if (moves.length === 0) return rejected;
  return new Map(
    [...rejected.values()].flatMap((one): [string, Rejected][] => {
      const address = moves.reduce<Address | null>((now, edit) => now && rebaseAddress(now, edit), one.address);
      return address ? [[addressKey(address), { ...one, address }]] : [];
    }),
  );
}
