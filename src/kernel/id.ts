import { v7 } from "uuid";

/** UUIDv7: made in the application, sorts by time of creation. */
export type Id = string;

export function newId(): Id {
  return v7();
}

/** Whether a text has the form of an id; what comes in an address or a form may be anything. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
