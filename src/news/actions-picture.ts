import { writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { isId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { redrawPicture } from "../platform/pictures.ts";
import { requirePublication } from "./actions-require.ts";
import { EDITABLE, PICTURES_LIMIT } from "./contract.ts";
import { refuseNews } from "./refusals.ts";
import { findPublication } from "./store.ts";
import { insertPicture, removePicture, selectPicture, selectPictures } from "./store-picture.ts";

const LARGE_PIXELS = 1600;
const SMALL_PIXELS = 480;

/**
 * Puts a picture to a draft, drawn anew without place and camera, large and small. Refuses `publication-picture-missing`,
 * `publication-picture-alt`, `publication-pictures-many`, `publication-closed`, and what `redrawPicture` refuses.
 */
export async function addPicture(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly id: string; readonly alt: string; readonly bytes: Uint8Array },
): Promise<void> {
  const publication = await requirePublication(ctx, given.id, "news.write");
  if (!EDITABLE.includes(publication.state)) refuseNews("publication-closed");
  const alt = given.alt.replace(/\s+/g, " ").trim().slice(0, 300);
  if (given.bytes.length === 0) refuseNews("publication-picture-missing");
  if (alt === "") refuseNews("publication-picture-alt");
  const others = await selectPictures(ctx, [publication.id]);
  if (others.length >= PICTURES_LIMIT) refuseNews("publication-pictures-many", { limit: PICTURES_LIMIT });
  const large = await redrawPicture(given.bytes, LARGE_PIXELS);
  const small = await redrawPicture(large.bytes, SMALL_PIXELS);
  await insertPicture(ctx, {
    publicationId: publication.id,
    alt,
    hash: await files.store(large.bytes),
    width: large.width,
    height: large.height,
    smallHash: await files.store(small.bytes),
    smallWidth: small.width,
    smallHeight: small.height,
  });
  const detail = { pictures: others.length + 1 };
  await writeAudit(ctx, { action: "news.write", subject: { kind: "publication", id: publication.id }, detail });
}

/** Takes a picture off a draft. Refuses `publication-picture-unknown`, `publication-closed`. */
export async function takePictureOff(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly pictureId: string },
): Promise<void> {
  const publication = await requirePublication(ctx, given.id, "news.write");
  const picture = isId(given.pictureId) ? await selectPicture(ctx, given.pictureId) : undefined;
  if (picture?.publicationId !== publication.id) return refuseNews("publication-picture-unknown");
  if (!EDITABLE.includes(publication.state)) refuseNews("publication-closed");
  await removePicture(ctx, picture.id);
  const detail = { pictureRemoved: picture.id };
  await writeAudit(ctx, { action: "news.write", subject: { kind: "publication", id: publication.id }, detail });
}

/**
 * The hash of a picture: everybody's where its publication is, else of those who may see the publication. Refuses
 * `publication-picture-unknown` for every other id.
 */
export async function findPicture(
  ctx: Context<Tx>,
  id: string,
  size: "large" | "small",
): Promise<{ hash: string; isPublic: boolean }> {
  const picture = (isId(id) ? await selectPicture(ctx, id) : undefined) ?? refuseNews("publication-picture-unknown");
  const publication = await findPublication(ctx, { id: picture.publicationId });
  const isPublic = publication?.state === "published";
  if (!isPublic && ctx.actor.kind === "stranger") refuseNews("publication-picture-unknown");
  if (!isPublic) await requirePublication(ctx, picture.publicationId, "news.read");
  return { hash: size === "large" ? picture.hash : picture.smallHash, isPublic };
}
