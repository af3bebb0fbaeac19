import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CryptoKey,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
} from "openid-client";
import { assert } from "../../kernel/assert.ts";
import type { ProviderSettings } from "../../platform/config.ts";

const TIMEOUT_SECONDS = 10;

/** «Внешний вход»: a provider of OpenID Connect that the administrator has set up. */
export interface Provider {
  readonly id: string;
  /** What stands on its button. */
  readonly label: string;
  readonly scope: string;
  /** What the provider says of itself, asked at its first use and kept. */
  configure(): Promise<Configuration>;
}

/**
 * `authenticate` shows the provider who we are when a code is exchanged. By default the settings' secret or private key;
 * whoever must sign otherwise (ЕСИА: by a certified means with a ГОСТ key, see operations.md) gives a function of their own.
 */
export function openProvider(settings: ProviderSettings, authenticate?: ClientAuth): Provider {
  const issuer = new URL(settings.issuer);
  let known: Promise<Configuration> | null = null;
  const ask = async () => {
    const clientAuth = authenticate ?? (await chooseClientAuth(settings));
    return discovery(issuer, settings.clientId, undefined, clientAuth, {
      timeout: TIMEOUT_SECONDS,
      // The signature of an id_token is checked too, though it comes by the provider's own TLS.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [allowInsecureRequests] : [])],
    });
  };
  return {
    id: settings.id,
    label: settings.label,
    scope: settings.scope,
    configure: () => {
      known ??= ask().catch((error) => {
        // A provider that was away is asked again at the next attempt.
        known = null;
        throw error;
      });
      return known;
    },
  };
}

async function chooseClientAuth(settings: ProviderSettings): Promise<ClientAuth> {
  if (settings.clientKeyFile) {
    const key = createPrivateKey(readFileSync(settings.clientKeyFile));
    // Node's type of a key knows uses that the standard's does not yet.
    const cryptoKey = key.toCryptoKey(chooseAlgorithm(key), false, ["sign"]) as CryptoKey;
    return PrivateKeyJwt(settings.clientKeyId ? { key: cryptoKey, kid: settings.clientKeyId } : cryptoKey);
  }
  assert(settings.clientSecret, "the configuration asks for a secret or a key");
  return settings.clientAuthentication === "post"
    ? ClientSecretPost(settings.clientSecret)
    : ClientSecretBasic(settings.clientSecret);
}

/** RS256, ES256 or EdDSA, after the key's own kind. */
function chooseAlgorithm({ asymmetricKeyType }: KeyObject) {
  if (asymmetricKeyType === "ec") return { name: "ECDSA", namedCurve: "P-256" };
  if (asymmetricKeyType === "ed25519") return { name: "Ed25519" };
  return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
}
