import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate of an authority of its own for `localhost`, good for an hour, and its key; both PEM. For tests of TLS. */
export function makeCertificate(): { readonly key: string; readonly certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(identifier("2a8648ce3d040302"));
  const content = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.from([1])),
    algorithm,
    LOCALHOST,
    sequence(instant(-1), instant(1)),
    LOCALHOST,
    publicKey.export({ type: "spki", format: "der" }),
    element(
      0xa3,
      sequence(extension("551d11", NAMES), extension("551d13", sequence(element(0x01, Buffer.from([255]))))),
    ),
  );
  const signature = sign("sha256", content, privateKey);
  const whole = sequence(content, algorithm, element(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n").trim();
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** DER: a tag, a length, what it holds. */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function identifier(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, "hex"));
}

function extension(hex: string, value: Buffer): Buffer {
  return sequence(identifier(hex), element(0x04, value));
}

function instant(hours: number): Buffer {
  const text = new Date(Date.now() + hours * 3_600_000).toISOString().replace(/[-:T]|\.\d+/g, "");
  return element(0x18, Buffer.from(text));
}

const LOCALHOST = sequence(element(0x31, sequence(identifier("550403"), element(0x0c, Buffer.from("localhost")))));
const NAMES = sequence(element(0x82, Buffer.from("localhost")), element(0x87, Buffer.from([127, 0, 0, 1])));
