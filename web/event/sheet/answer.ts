import type { Doors } from "../../app/doors.ts";

/** The answer to the device: JSON, or the refusal's status and sentence. Who is signed out is told so, and sent nowhere. */
export async function answerDevice(doors: Doors, work: () => Promise<object>): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (doors.actor.kind === "stranger" || doors.gate !== null) {
    return Response.json({ code: "not-signed-in", sentence: "" }, { status: 401, headers });
  }
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { code, sentence, status } = explained;
    return Response.json({ code, sentence }, { status, headers });
  }
}
