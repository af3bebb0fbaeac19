import { changeBody, enterBody, setBodySize } from "./actions.ts";
import { countSeatShare, getBody, listBodies, listOwnSeats, listSeatYears } from "./actions-read.ts";
import { cancelSeat, endSeat, forgetHolderName, takeSeats } from "./actions-seat.ts";

/** The doors of bodies and seats. Reading is public: only people who consented are named. */
export const bodies = {
  listBodies,
  listOwnSeats,
  getBody,
  listSeatYears,
  countSeatShare,
  enterBody,
  changeBody,
  setBodySize,
  takeSeats,
  endSeat,
  cancelSeat,
  forgetHolderName,
};
export type BodiesDoor = typeof bodies;
