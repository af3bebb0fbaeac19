import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** The scan of a consent on paper: a picture is shown, a PDF is saved. Each look stands in the log of readers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const wanted = { personId: args.params.id ?? "", consentId: args.params.consent ?? "" };
  const { hash, type } = await answer(doors, (ctx) => doors.access.findScan(ctx, wanted));
  const [shown, ending] = type === "application/pdf" ? ["attachment", "pdf"] : ["inline", "webp"];
  return new Response(new Uint8Array(await doors.readFile(hash)), {
    headers: {
      "content-type": type,
      "content-disposition": `${shown}; filename="consent.${ending}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
