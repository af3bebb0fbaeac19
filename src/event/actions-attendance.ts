import { decideLate, recordMarks } from "./attendance/actions.ts";
import { findParticipants, getAttendance, getTurnout, listTurnouts } from "./attendance/actions-read.ts";
import { countHeads } from "./count/actions.ts";
import { comeIn, openDoor, readDoor } from "./door/actions.ts";
import { forgetParticipant, joinNamesakes } from "./participant/actions-join.ts";
import { enterSheet, getSheet, makeSheet } from "./sheet/actions.ts";
import { selectSheets } from "./sheet/store.ts";

/** Who came: the doors of attendance. */
export const attendance = {
  get: getAttendance,
  getTurnout,
  listTurnouts,
  findParticipants,
  recordMarks,
  decideLate,
  countHeads,
  openDoor,
  readDoor,
  comeIn,
  makeSheet,
  getSheet,
  listSheets: selectSheets,
  enterSheet,
  joinNamesakes,
  forgetParticipant,
};
