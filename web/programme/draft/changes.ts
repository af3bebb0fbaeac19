import type { ActionFunctionArgs } from "react-router";
import { encodeNews } from "../../../src/programme/draft/transport.ts";
import { doorsOf } from "../../app/doors.ts";

interface Body {
  readonly id?: unknown;
  readonly version?: unknown;
  readonly visitor?: unknown;
  readonly place?: unknown;
  readonly changes?: unknown;
}

/** Where the page of a draft saves its changes and hears of others: JSON in, JSON out; a refusal is its status and sentence. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const body = await readBody(args.request);
  const voice = {
    id: String(body.id ?? ""),
    version: Number.isInteger(body.version) ? Number(body.version) : 0,
    visitor: String(body.visitor ?? ""),
    place: body.place,
  };
  const changes = Array.isArray(body.changes) ? body.changes : [];
  try {
    const news = await doors.run((ctx) =>
      changes.length > 0
        ? doors.programme.saveChanges(ctx, { ...voice, changes })
        : doors.programme.hearDraft(ctx, voice),
    );
    return new Response(encodeNews(news), { headers: { "content-type": "application/json" } });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return Response.json({ code: explained.code, sentence: explained.sentence }, { status: explained.status });
  }
}

/** What is no JSON says nothing; the door then refuses a draft without a name. */
async function readBody(request: Request): Promise<Body> {
  try {
    return ((await request.json()) ?? {}) as Body;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
