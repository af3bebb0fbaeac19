import type { Actor, Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Database, inTenant, type Tx } from "../../platform/database/index.ts";
import type { Letter, Letters } from "../letters-door.ts";
import { STRANGER } from "../testing.ts";
import { type Access, type AccessOptions, createAccess, type SignInDoor } from "./actions.ts";
import { ADDRESS_HEADER } from "./actions-auth.ts";
import type { Asking } from "./actions-frame.ts";
import type { Visitor } from "./actions-session.ts";

export const TEST_SECRET = "s".repeat(43);

/** Letters as an outbox without a table: `list` holds those that were queued. */
export function collectLetters(): Letters<Tx> & { readonly list: Letter[] } {
  const list: Letter[] = [];
  return {
    sends: true,
    list,
    queue: async (_ctx, letter) => {
      list.push(letter);
    },
  };
}

let addresses = 0;

/** A browser: it keeps cookies, has an address of its own, and asks in one municipality. Its clock is set by hand. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly site: Site;
  readonly municipalityId: Id;
  address: string;
  now: Date;

  constructor(site: Site, municipalityId: Id) {
    this.site = site;
    this.municipalityId = municipalityId;
    this.now = new Date();
    addresses += 1;
    this.address = `192.0.${addresses >> 8}.${addresses & 255}`;
  }

  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
    return new Headers({ [ADDRESS_HEADER]: this.address, "user-agent": agent, ...(cookie && { cookie }) });
  }

  private get asking(): Asking {
    return { headers: this.headers, run: (work) => this.runAs(STRANGER, work) };
  }

  get door(): SignInDoor {
    return this.site.access.open(this.asking);
  }

  get cookie(): string {
    return this.headers.get("cookie") ?? "";
  }

  /** Keeps what an answer sets; a cookie without a value is forgotten. */
  keep(cookies: readonly string[]): void {
    for (const line of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** Another browser with the same cookies, as who stole or planted them has. */
  copy(municipalityId = this.municipalityId): Browser {
    const other = new Browser(this.site, municipalityId);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    other.now = this.now;
    return other;
  }

  who(): Promise<Visitor> {
    return this.site.access.findVisitor(this.asking);
  }

  async signIn(email: string, password: string): Promise<Visitor> {
    this.keep(await this.door.signIn({ email, password }));
    return this.who();
  }

  runAs<T>(actor: Actor, work: (ctx: Context<Tx>) => Promise<T>): Promise<T> {
    const { municipalityId, now } = this;
    const today = now.toISOString().slice(0, 10);
    return inTenant(this.site.database, municipalityId, (tx) =>
      work({ tx, actor, municipalityId, today, now, language: "ru" }),
    );
  }
}

export interface Site {
  readonly database: Database;
  readonly access: Access;
  readonly letters: ReturnType<typeof collectLetters>;
  /** The secret at the end of the link of the newest letter to this address. */
  linkTo(email: string, template: Letter["template"]): string;
}

/** An installation's sign-in on a database of its own. */
export function openSite(database: Database, options: Partial<AccessOptions> = {}): Site {
  const letters = collectLetters();
  const base = {
    kysely: database.kysely,
    secret: TEST_SECRET,
    publicUrl: "https://example.org",
    letters,
    providers: [],
  };
  const linkTo = (email: string, template: Letter["template"]) => {
    const letter = letters.list.findLast((one) => one.to === email && one.template === template);
    if (!letter?.values.link) throw new Error(`no letter ${template} to ${email}`);
    return letter.values.link.split("/").at(-1) ?? "";
  };
  return { database, access: createAccess({ ...base, ...options }), letters, linkTo };
}
