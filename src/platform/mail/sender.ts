import { setTimeout as pause } from "node:timers/promises";
import { assert } from "../../kernel/assert.ts";
import type { LetterList, LetterText } from "../../kernel/letter.ts";
import { type Database, inOwnerTransaction, inTenant } from "../database/index.ts";
import { writeLog } from "../log.ts";
import { composeLetter } from "./compose.ts";
import type { Delivery } from "./failure.ts";
import { type ClaimedLetter, claimLetter, findPlacesWithMail, type Settling, settleLetter } from "./store-sending.ts";
import type { Deliver } from "./transport.ts";

export interface SenderOptions {
  readonly database: Pick<Database, "kysely">;
  readonly letters: LetterList;
  /** Null where no mail server is set: letters with a link are to be handed over, the others fail. */
  readonly deliver: Deliver | null;
  /** Why a letter must not go to whom it is addressed, a word of `reasons.ts`; null where it may. */
  readonly withholds?: (letter: Pick<ClaimedLetter, "municipalityId" | "address">) => Promise<string | null>;
  readonly clock?: () => Date;
}

const LOOK_EVERY_MS = 10_000;
/** After a mail server that cannot be reached or refuses us, whichever the letter. */
const REST_MS = 60_000;
const STOP_MS = 30_000;
const MINUTE_MS = 60_000;
/** Minutes between attempts; a day and a half in all, then the letter has failed. */
export const PAUSE_MINUTES: readonly number[] = [1, 5, 15, 60, 180, 360, 720, 720];

/** Sends what the outbox holds. Any number of processes may do so at once. */
export class MailSender {
  readonly #options: SenderOptions;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #restUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Looks at the outbox and sends what is due; where it is doing so already, it looks once more afterwards. Never throws. */
  send(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#drain()
      .catch((error) => writeLog("error", "the outbox could not be worked off", { error }))
      .finally(() => {
        this.#running = null;
        // Somebody may have asked in the moment between the last look and here.
        if (this.#again && !this.#isResting()) this.send();
      });
    return this.#running;
  }

  /** After an action's transaction: sends in the background; without a mail server waits until the letters are ready to hand over. */
  async afterWrite(): Promise<void> {
    const sending = this.send();
    if (!this.#options.deliver) await sending;
  }

  /** Looks by itself from now on. */
  watch(): void {
    this.#timer ??= setInterval(() => this.send(), LOOK_EVERY_MS).unref();
    this.send();
  }

  /** Begins no further letter, and waits for the one that is being sent, half a minute at most: its lease is for the rest. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await Promise.race([this.#running, pause(STOP_MS, undefined, { ref: false })]);
  }

  async #drain(): Promise<void> {
    do {
      this.#again = false;
      while (!this.#isResting() && (await this.#sendRound())) {
        // Until a round finds nothing.
      }
    } while (this.#again && !this.#isResting());
  }

  /** One letter of each municipality in turn: a thousand letters of one do not keep the others waiting. */
  async #sendRound(): Promise<boolean> {
    const { database } = this.#options;
    const places = await inOwnerTransaction(database, (tx) => findPlacesWithMail(tx, this.#now()));
    let found = false;
    for (const place of places) {
      if (this.#isResting()) return false;
      const letter = await inTenant(database, place, (tx) => claimLetter(tx, place, this.#now()));
      if (letter) await this.#attempt(letter);
      found ||= letter !== null;
    }
    return found;
  }

  async #attempt(letter: ClaimedLetter): Promise<void> {
    const { database, deliver, letters } = this.#options;
    const template = letters[letter.template];
    // Queued by a newer version of the program beside this one: a fault of this process, not of the letter.
    assert(template, `there is a letter called ${letter.template}`);
    const composed = composeLetter(template, letter.language, letter.values);
    const withheld = deliver && ((await this.#options.withholds?.(letter)) ?? null);
    const delivery =
      withheld === null && deliver ? await deliver({ id: letter.id, to: letter.address, ...composed }) : null;
    const now = this.#now();
    const end = delivery ? judge(letter, delivery, now) : endUnsent(template, withheld);
    await inTenant(database, letter.municipalityId, (tx) => settleLetter(tx, letter, now, end));
    if (!delivery || delivery.outcome === "sent") return;
    writeLog("warning", "a letter was not sent", { letter: letter.id, reason: delivery.reason });
    if (delivery.outcome === "later" && delivery.server) this.#restUntil = now.getTime() + REST_MS;
  }

  #isResting(): boolean {
    return this.#stopped || this.#now().getTime() < this.#restUntil;
  }

  #now(): Date {
    return this.#options.clock?.() ?? new Date();
  }
}

/** A letter with a link is for a person to hand over; of another there is nothing left to do. */
function endUnsent(template: LetterText, withheld: string | null): Settling {
  if (template.handOver) return { state: "handed-over", reason: withheld };
  return { state: "failed", reason: withheld ?? "mail-not-set", keep: false };
}

/** Sent, refused for good, or once more after a pause that grows. A letter that failed keeps its content for repeating. */
function judge(letter: ClaimedLetter, delivery: Delivery, now: Date): Settling {
  if (delivery.outcome === "sent") return { state: "sent" };
  const { reason } = delivery;
  const minutes = delivery.outcome === "refused" ? undefined : PAUSE_MINUTES[letter.attempts - 1];
  if (minutes === undefined) return { state: "failed", reason, keep: true };
  return { state: "waiting", reason, nextAttemptAt: new Date(now.getTime() + minutes * MINUTE_MS) };
}
