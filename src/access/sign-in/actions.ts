import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { enterDemonstration } from "../demonstration/actions.ts";
import {
  type FactorView,
  findChallenge,
  passFactor,
  readFactor,
  removeFactor,
  renewCodes,
  startApp,
  verifyApp,
} from "../factor/actions-app.ts";
import { addPasskey, askPasskey, passPasskey, startPasskey } from "../factor/actions-passkey.ts";
import { invite, inviteAgain } from "../invitation/actions.ts";
import { acceptAsSelf, acceptInvitation, readInvitation } from "../invitation/actions-accept.ts";
import type { Letters } from "../letters-door.ts";
import type { RoleSubjects } from "../people/actions-subject.ts";
import { comeBack, goToProvider, languageAway, listProviderLinks, removeProviderLink } from "../provider/actions.ts";
import type { Provider } from "../provider/actions-provider.ts";
import { finishSetUp, type SetUpAsking } from "../set-up/actions.ts";
import { type AuthOptions, createBetterAuth } from "./actions-auth.ts";
import { askConfirmation, askEmailChange, confirmEmail, hasEmailLink } from "./actions-email.ts";
import type { Asking, Cookies, Frame, Visit } from "./actions-frame.ts";
import { askReset, changePassword, hasResetLink, resetPassword, signIn } from "./actions-password.ts";
import { endSignIns, findVisitor, listSignIns, readSessionId, signOut, type Visitor } from "./actions-session.ts";

export type { FactorView };

export interface AccessOptions extends AuthOptions {
  readonly letters: Letters<Tx>;
  readonly providers: readonly Provider[];
  readonly roleSubjects?: RoleSubjects;
}

/** Sign-in bound to its database, secret, letters and providers. */
export interface Access {
  /** Who a request's cookie says, in its municipality, and what they must still show. */
  findVisitor(asking: Asking): Promise<Visitor>;
  /** Municipality and first administrator of a clean installation; as `finishSetUp`. */
  setUp(asking: SetUpAsking, given: unknown): Promise<Cookies>;
  /** Everything that a request may ask of signing in. */
  open(asking: Asking): SignInDoor;
}

/** Each of these is said in full where it is done; those that return cookies must be answered with them. */
export type SignInDoor = ReturnType<typeof bind>;

export function createAccess(options: AccessOptions): Access {
  const frame: Frame = { roleSubjects: {}, ...options, auth: createBetterAuth(options) };
  return {
    findVisitor: async (asking) =>
      findVisitor(frame, { ...asking, sessionId: await readSessionId(frame, asking.headers), renew: () => undefined }),
    setUp: (asking, given) => finishSetUp(frame, asking, given),
    open: (asking) => bind(frame, asking),
  };
}

function bind(frame: Frame, asking: Asking) {
  let looked: Promise<Id | null> | undefined;
  const renew = (sessionId: Id) => {
    looked = Promise.resolve(sessionId);
  };
  const give =
    <Rest extends unknown[], Answer>(deed: (frame: Frame, visit: Visit, ...rest: Rest) => Promise<Answer>) =>
    async (...rest: Rest): Promise<Answer> => {
      looked ??= readSessionId(frame, asking.headers);
      return deed(frame, { ...asking, sessionId: await looked, renew }, ...rest);
    };
  return {
    sendsLetters: frame.letters.sends,
    providers: frame.providers.map(({ id, label }) => ({ id, label })),
    signIn: give(signIn),
    enterDemonstration: give(enterDemonstration),
    signOut: give(signOut),
    listSignIns: give(listSignIns),
    endSignIns: give(endSignIns),
    askReset: give(askReset),
    hasResetLink: give(hasResetLink),
    resetPassword: give(resetPassword),
    changePassword: give(changePassword),
    askConfirmation: give(askConfirmation),
    askEmailChange: give(askEmailChange),
    hasEmailLink: give(hasEmailLink),
    confirmEmail: give(confirmEmail),
    readFactor: give(readFactor),
    startApp: give(startApp),
    verifyApp: give(verifyApp),
    renewCodes: give(renewCodes),
    removeFactor: give(removeFactor),
    findChallenge: give(findChallenge),
    passFactor: give(passFactor),
    startPasskey: give(startPasskey),
    addPasskey: give(addPasskey),
    askPasskey: give(askPasskey),
    passPasskey: give(passPasskey),
    goToProvider: give(goToProvider),
    languageAway: give(languageAway),
    comeBack: give(comeBack),
    listProviderLinks: give(listProviderLinks),
    removeProviderLink: give(removeProviderLink),
    invite: give(invite),
    inviteAgain: give(inviteAgain),
    readInvitation: give(readInvitation),
    acceptInvitation: give(acceptInvitation),
    acceptAsSelf: give(acceptAsSelf),
  };
}
