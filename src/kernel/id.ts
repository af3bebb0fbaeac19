import { v7 } from "uuid";

/** UUIDv7: made in the application, sorts by time of creation. */
export type Id = string;

export function newId(): Id {
  return v7();
}
