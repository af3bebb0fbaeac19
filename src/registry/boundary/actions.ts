import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { getMapTiles, setMapTiles, setWater } from "./actions-ground.ts";
import { listKept } from "./actions-kept.ts";
import { exportBoundaries, getBoundary, getDistrictMap, getEditorGround, getSurroundings } from "./actions-read.ts";
import { cancelBoundary, recordBoundary } from "./actions-record.ts";
import { type AcceptInput, acceptFile, acceptUpload, previewUpload, takeUpload } from "./actions-upload.ts";
import { listBoundaryWarnings } from "./actions-warn.ts";

/** The doors to boundaries and maps, bound to the files of uploads. */
export function openBoundaries({ files }: { readonly files: Files }) {
  return {
    recordBoundary,
    cancelBoundary,
    getBoundary,
    getDistrictMap,
    getSurroundings,
    getEditorGround,
    listKept,
    exportBoundaries,
    listBoundaryWarnings,
    getMapTiles,
    setMapTiles,
    setWater,
    acceptFile,
    takeUpload: (ctx: Context<Tx>, given: { readonly name: string; readonly bytes: Uint8Array }) =>
      takeUpload(ctx, files, given),
    previewUpload: (ctx: Context<Tx>, hash: string) => previewUpload(ctx, files, hash),
    acceptUpload: (ctx: Context<Tx>, given: AcceptInput & { readonly hash: string }) => acceptUpload(ctx, files, given),
  };
}
export type BoundaryDoor = ReturnType<typeof openBoundaries>;
