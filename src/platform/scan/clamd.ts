import { connect } from "node:net";

/** What a virus scanner says of some bytes; `away` where it says nothing that can be relied on, with why. */
export type Verdict =
  | { readonly kind: "clean" }
  | { readonly kind: "found"; readonly signature: string }
  | { readonly kind: "away"; readonly reason: string };

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

const CHUNK = 64 * 1024;
const SILENCE_MS = 30_000;
/** An answer is a line; more of it is none. */
const LONGEST_ANSWER = 4_096;

/** Has clamd look at bytes, over TCP by its command INSTREAM. Never rejects. */
export function scanBytes(bytes: Uint8Array, { host, port }: ClamdAddress, silenceMs = SILENCE_MS): Promise<Verdict> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let answer = "";
    const end = (verdict: Verdict) => {
      socket.destroy();
      resolve(verdict);
    };
    socket.setTimeout(silenceMs, () => end({ kind: "away", reason: `no answer within ${silenceMs} ms` }));
    socket.once("error", (error: NodeJS.ErrnoException) => end({ kind: "away", reason: error.code ?? error.message }));
    socket.once("connect", () => socket.write(frame(bytes)));
    socket.setEncoding("utf8").on("data", (part: string) => {
      answer += part;
      if (answer.includes("\0") || answer.length > LONGEST_ANSWER) end(readAnswer(answer));
    });
    socket.once("end", () => end(readAnswer(answer)));
  });
}

/** The command, the bytes in pieces with their lengths before them, and a piece of no length. */
function frame(bytes: Uint8Array): Buffer {
  const parts: Buffer[] = [Buffer.from("zINSTREAM\0")];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    parts.push(lengthOf(piece.length), Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  }
  return Buffer.concat([...parts, lengthOf(0)]);
}

function lengthOf(count: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(count);
  return buffer;
}

function readAnswer(answer: string): Verdict {
  const [line = ""] = answer.split("\0");
  const [, signature] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  if (signature !== undefined) return { kind: "found", signature };
  return line === "stream: OK" ? { kind: "clean" } : { kind: "away", reason: line || "no answer" };
}
