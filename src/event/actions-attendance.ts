import { decideLate, recordMark, recordMarks } from "./attendance/actions.ts";
import { findParticipants, getAttendance, getTurnout, listTurnouts } from "./attendance/actions-read.ts";
import { getRoster, openSheet } from "./attendance/actions-roster.ts";
import { countHeads } from "./count/actions.ts";
import { comeIn, openDoor, readDoor, showDoor } from "./door/actions.ts";
import { forgetParticipant, joinNamesakes } from "./participant/actions-join.ts";
import { enterSheet, getSheet, makeSheet } from "./sheet/actions.ts";
import { selectSheets } from "./sheet/store.ts";

/** Who came: the doors of attendance. */
export const attendance = {
  get: getAttendance,
  getRoster,
  openSheet,
  getTurnout,
  listTurnouts,
  findParticipants,
  recordMark,
  recordMarks,
  decideLate,
  countHeads,
  openDoor,
  showDoor,
  readDoor,
  comeIn,
  makeSheet,
  getSheet,
  listSheets: selectSheets,
  enterSheet,
  joinNamesakes,
  forgetParticipant,
};
