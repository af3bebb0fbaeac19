import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { draftPublication, editPublication } from "./actions.ts";
import { countPublications, listNewsYears } from "./actions-count.ts";
import { type MoveInput, movePublication, type NewsDesk } from "./actions-move.ts";
import { addOutlet, changeOutlet } from "./actions-outlet.ts";
import { addPicture, findPicture, takePictureOff } from "./actions-picture.ts";
import {
  findNewsAssociations,
  getPublication,
  getPublished,
  listNewsChoices,
  listPublications,
  listPublished,
  offerNewsAssociations,
} from "./actions-read.ts";

export { newsSource } from "./actions-personal.ts";
export { findPublicationSubject } from "./actions-subject.ts";
export { type NewsRefusalCode, newsRefusals } from "./refusals.ts";
export { listPublishedRecords } from "./store-actual.ts";

/** The doors of the slice, bound to the files of pictures and to the desk, on which approval waits. */
export function openNews({ files, desk }: { readonly files: Files; readonly desk: NewsDesk }) {
  return {
    listPublications,
    listPublished,
    getPublished,
    getPublication,
    listNewsChoices,
    findNewsAssociations,
    offerNewsAssociations,
    listNewsYears,
    countPublications,
    draftPublication,
    editPublication,
    takePictureOff,
    findPicture,
    addOutlet,
    changeOutlet,
    addPicture: (ctx: Context<Tx>, given: { id: string; alt: string; bytes: Uint8Array }) =>
      addPicture(ctx, files, given),
    movePublication: (ctx: Context<Tx>, input: MoveInput) => movePublication(ctx, desk, input),
  };
}

export type NewsDoor = ReturnType<typeof openNews>;
