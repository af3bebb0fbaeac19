import { Agent, request as ask } from "node:http";

/** What a form sends: text, several of one name, or files. */
export type Form = Readonly<Record<string, string | readonly string[] | File>>;

export interface Asked {
  readonly method?: "GET" | "POST" | "HEAD" | "PUT" | "DELETE";
  readonly cookie?: string | undefined;
  /** The address from which a person asks, as the reverse proxy tells it. */
  readonly address?: string | undefined;
  readonly form?: Form | undefined;
  /** Sent as JSON instead. */
  readonly json?: unknown;
  /** Over those that a browser would send; an empty one is left out. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** Where a redirect leads, else empty. */
  readonly location: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: readonly string[];
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Asks as a browser on a page of the same site does; plain node:http, so that a test may forge any header. */
export async function askSite(url: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { form, json, cookie, address, method = form || json ? "POST" : "GET" } = asked;
  const sent = form
    ? await encode(form)
    : json !== undefined
      ? { type: "application/json", bytes: Buffer.from(JSON.stringify(json)) }
      : undefined;
  const headers = withoutEmpty({
    ...(method === "POST" && { "sec-fetch-site": "same-origin" }),
    ...(sent && { "content-type": sent.type, "content-length": String(sent.bytes.length) }),
    ...(cookie && { cookie }),
    ...(address && { "x-forwarded-for": address }),
    ...asked.headers,
  });
  return new Promise((resolve, reject) => {
    const request = ask(new URL(url), { path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { location = "", "set-cookie": cookies = [], ...rest } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          location,
          headers: rest as Record<string, string>,
          cookies,
          text: Buffer.concat(chunks).toString("utf8"),
        });
      });
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server closed the resting connection while this request was on its way to it.
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(askSite(url, path, asked));
      else reject(error);
    });
    request.end(sent?.bytes);
  });
}

function withoutEmpty(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}

type Sent = { readonly type: string; readonly bytes: Buffer };

async function encode(form: Form): Promise<Sent> {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: string | File) => [name, one] as const),
  );
  const fields = pairs.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of pairs) (fields as FormData).append(name, value as string);
  const body = new Response(fields);
  return { type: body.headers.get("content-type") ?? "", bytes: Buffer.from(await body.arrayBuffer()) };
}
