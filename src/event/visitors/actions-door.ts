import { getVisitorImport, openVisitorImport, previewVisitors, readVisitorFile, stopVisitorImport } from "./actions.ts";
import { acceptVisitors } from "./actions-accept.ts";
import { findNumbered } from "./actions-frame.ts";
import { endImport, updateProgress } from "./store.ts";

/** Tables of visitors: the doors. */
export const visitors = {
  findEvent: findNumbered,
  /** Before any transaction. */
  readFile: readVisitorFile,
  preview: previewVisitors,
  open: openVisitorImport,
  accept: acceptVisitors,
  noteProgress: updateProgress,
  end: endImport,
  get: getVisitorImport,
  stop: stopVisitorImport,
};
