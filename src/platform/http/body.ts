import { type Readable, Transform } from "node:stream";

/** Ends the reading of a body that grows over its limit; the answer is a page that says so, so it is no fault to be logged. */
export class BodyTooLarge extends Error {}

/** The body of a request that stops with an error where it grows over the limit, as a body of unknown length may. */
export interface LimitedBody {
  readonly stream: Readable;
  /** Whether the limit was met. */
  isTooLarge(): boolean;
}

export function limitBody(source: Readable, limitBytes: number): LimitedBody {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= limitBytes) return done(null, chunk);
      // The rest is read and forgotten: a browser looks at the answer only when it has sent everything.
      source.unpipe(stream);
      source.resume();
      return done(new BodyTooLarge("the request's body is over its limit"));
    },
  });
  source.pipe(stream);
  source.once("error", (error) => stream.destroy(error));
  source.once("aborted", () => stream.destroy(new Error("the browser went away")));
  // Whoever reads the stream gets the error; where nobody reads it any more, it must not end the process.
  stream.on("error", () => undefined);
  return { stream, isTooLarge: () => bytes > limitBytes };
}
