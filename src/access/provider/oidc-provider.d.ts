/** What our tests use of the package, which brings no types of its own. */
declare module "oidc-provider" {
  export interface Account {
    readonly accountId: string;
    claims(): Readonly<Record<string, string | boolean>>;
  }

  export interface Settings {
    readonly clients: readonly Readonly<Record<string, unknown>>[];
    findAccount(ctx: unknown, id: string): Promise<Account | undefined>;
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly [setting: string]: unknown;
  }

  export default class Provider {
    constructor(issuer: string, settings: Settings);
    callback(): (request: object, response: object) => void;
    on(event: string, listener: (...values: never[]) => void): void;
  }
}
