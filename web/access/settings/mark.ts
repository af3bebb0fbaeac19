import { data, type LoaderFunctionArgs } from "react-router";
import { doorsOf } from "../../app/doors.ts";

/** `/marks/….webp`: the municipality's mark under a name that changes with it; an old name leads nowhere. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { municipality, readFile } = doorsOf(args);
  const { logoHash } = municipality;
  if (!logoHash || args.params.mark !== `${logoHash.slice(0, 12)}.webp`) {
    throw data(null, { status: 404 });
  }
  return new Response(new Uint8Array(await readFile(logoHash)), {
    headers: { "content-type": "image/webp", "cache-control": "public, max-age=31536000, immutable" },
  });
}
